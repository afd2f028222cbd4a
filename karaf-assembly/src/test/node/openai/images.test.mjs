// The official client of OpenAI against our server, changed in nothing but its base address.
import { test } from "node:test";
import assert from "node:assert/strict";
import { assertIs } from "./contract.mjs";
import { badWay, base, client, jobs, look, native, picture } from "./server.mjs";

const FOX = { model: "gpt-image-1", prompt: "a red fox in the snow", size: "512x512" };

test("lists the models", async () => {
  const ids = [];
  for await (const model of await client().models.list()) {
    assertIs("model", model);
    ids.push(model.id);
  }
  assert.ok(ids.includes("embedded/illustrator") && ids.includes("gpt-image-1"), String(ids));
  assert.equal((await client().models.retrieve("embedded/illustrator")).owned_by, "Image2AI");
});

test("makes pictures of words, as many and as large as asked", async () => {
  const { data: images, response, request_id } = await client()
    .images.generate({ ...FOX, n: 2, quality: "low", user: "u-1", moderation: "low", background: "opaque" })
    .withResponse();
  assertIs("images", images);
  assert.equal(images.data.length, 2);
  images.data.forEach((image) => assert.deepEqual(look(image.b64_json), { type: "png", width: 512, height: 512 }));
  assert.notEqual(images.data[0].b64_json, images.data[1].b64_json);
  assert.equal(images.quality, "low");
  assert.equal(images.background, "opaque");
  assert.match(request_id, /^req_/);
  assert.ok(Number(response.headers.get("x-ratelimit-limit-requests")) > 0);
  assert.ok(Number(response.headers.get("x-ratelimit-remaining-requests")) > 0);
});

test("names the size where the reference has a word for it", async () => {
  const images = await client().images.generate({ ...FOX, size: "1024x1536" });
  assert.equal(images.size, "1024x1536");
  assert.equal((await client().images.generate({ ...FOX, size: "auto" })).size, "1024x1024");
});

test("encodes them as asked", async () => {
  for (const output_format of ["jpeg", "webp", "png"]) {
    const small = await client().images.generate({ ...FOX, output_format, output_compression: 20 });
    assertIs("images", small);
    assert.equal(small.output_format, output_format);
    assert.equal(look(small.data[0].b64_json).type, output_format);
  }
});

test("gives links that work without a key", async () => {
  const asked = await client().images.generate({ ...FOX, response_format: "url" });
  const usual = await client().images.generate({ ...FOX, model: "dall-e-3" });
  for (const images of [asked, usual]) {
    assertIs("images", images);
    const answer = await fetch(images.data[0].url);
    assert.equal(answer.status, 200);
    assert.equal(look(Buffer.from(await answer.arrayBuffer()).toString("base64")).width, 512);
    assert.equal((await fetch(images.data[0].url.replace(/.$/, "_"))).status, 403);
  }
});

test("streams unfinished pictures and then the finished one", async () => {
  const stream = await client().images.generate({ ...FOX, stream: true, partial_images: 2, output_format: "webp" });
  const types = [];
  for await (const event of stream) {
    assertIs(event.type, event);
    assert.equal(look(event.b64_json).type, "webp");
    types.push(event.partial_image_index ?? "completed");
  }
  assert.deepEqual(types, [0, 1, "completed"]);
});

test("edits what lies under a mask, by form and by JSON", async () => {
  const before = (await jobs()).length;
  const ask = { model: "gpt-image-1", prompt: "nothing there" };
  const images = await client().images.edit({
    ...ask,
    image: new File([picture("photo.jpg")], "photo.jpg"),
    mask: new File([picture("photo-mask.png")], "mask.png"),
  });
  assertIs("images", images);
  const uploads = (await native("/api/v1/assets?limit=200")).items.filter((asset) => asset.origin === "UPLOAD");
  assert.equal(uploads.length, 2);
  const [mask, photo] = uploads;
  const answer = await fetch(`${base}/v1/images/edits`, {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.IMAGE2AI_KEY}`, "Content-Type": "application/json" },
    body: JSON.stringify({ ...ask, images: [{ file_id: photo.id }], mask: { file_id: mask.id } }),
  });
  assert.equal(answer.status, 200);
  assertIs("images", await answer.json());
  assert.equal((await jobs()).length, before + 2);
});

test("streams edits under their own names", async () => {
  const stream = await client().images.edit({
    prompt: "nothing there",
    image: [new File([picture("photo.jpg")], "photo.jpg")],
    mask: new File([picture("photo-mask.png")], "mask.png"),
    stream: true,
  });
  for await (const event of stream) {
    assertIs("image_edit.completed", event);
  }
});

test("follows an instruction on a picture, and refuses another one before there is a job", async () => {
  const image = () => new File([picture("photo.jpg")], "photo.jpg");
  const images = await client().images.edit({ prompt: "rotate 90 degrees and make it warmer", image: image() });
  assertIs("images", images);
  const turned = look(images.data[0].b64_json);
  assert.deepEqual([turned.width, turned.height], [427, 640]);
  const before = (await jobs()).length;
  const edit = client({ maxRetries: 0 }).images.edit({ prompt: "make the rocket sing", image: image() });
  await refused(edit, 400, "invalid_request_error", "instruction_not_understood", "prompt");
  assert.equal((await jobs()).length, before);
});

async function refused(work, status, type, code, param) {
  const error = await work.then(() => assert.fail("it was let in"), (e) => e);
  assert.deepEqual([error.status, error.type, error.code, error.param], [status, type, code, param], error.message);
  assert.ok(error.requestID);
}

test("refuses in the words of the reference", async () => {
  const once = client({ maxRetries: 0 });
  const bad = "invalid_request_error";
  const ask = (more) => once.images.generate({ ...FOX, ...more });
  await refused(ask({ prompt: undefined }), 400, bad, "missing_required_parameter", "prompt");
  await refused(ask({ n: 11 }), 400, bad, "invalid_value", "n");
  await refused(ask({ n: "2" }), 400, bad, "invalid_type", "n");
  await refused(ask({ size: "7x7" }), 400, bad, "invalid_value", "size");
  await refused(ask({ style: "vivid" }), 400, bad, "invalid_value", "style");
  await refused(ask({ output_format: "gif" }), 400, bad, "invalid_value", "output_format");
  await refused(ask({ output_compression: 101 }), 400, bad, "invalid_value", "output_compression");
  await refused(ask({ partial_images: 4, stream: true }), 400, bad, "invalid_value", "partial_images");
  await refused(ask({ background: "transparent", output_format: "jpeg" }), 400, bad, "invalid_value", "output_format");
  await refused(ask({ frobnicate: 1 }), 400, bad, "unknown_parameter", "frobnicate");
  await refused(ask({ model: "no-such-model" }), 404, bad, "model_not_found", "model");
  await refused(client({ apiKey: "sk-nonsense", maxRetries: 0 }).models.list(), 401, bad, "invalid_api_key", null);
  const text = new File(["hello"], "a.png");
  await refused(once.images.edit({ prompt: "x", image: text }), 400, bad, "unsupported_image", "image");
  const url = [{ image_url: "http://169.254.169.254/latest/meta-data" }];
  await refused(once.post("/images/edits", { body: { prompt: "x", images: url } }), 400, bad, "invalid_value", "images");
});

test("a repeat of the client joins the job of its first try", async () => {
  for (const fault of [(response) => response.destroy(), (response) => response.writeHead(502).end()]) {
    const way = await badWay(2, fault);
    const before = (await jobs()).length;
    const images = await client({ baseURL: way.baseURL }).images.generate(FOX);
    way.close();
    assert.equal(look(images.data[0].b64_json).width, 512);
    assert.equal((await jobs()).length, before + 1, "one call, one picture, three tries");
  }
});

test("so does a repeat with pictures, and leaves no copies of them", async () => {
  const way = await badWay(1, (response) => response.destroy());
  const before = [(await jobs()).length, (await native("/api/v1/assets?limit=200")).items.length];
  await client({ baseURL: way.baseURL }).images.edit({
    prompt: "nothing",
    image: new File([picture("photo.jpg")], "photo.jpg"),
    mask: new File([picture("photo-mask.png")], "mask.png"),
  });
  way.close();
  const after = [(await jobs()).length, (await native("/api/v1/assets?limit=200")).items.length];
  assert.deepEqual(after, [before[0] + 1, before[1] + 3], "one job; two uploads and a result");
});

test("a second call makes a second picture", async () => {
  const before = (await jobs()).length;
  const [one, two] = await Promise.all([client().images.generate(FOX), client().images.generate(FOX)]);
  assert.notEqual(one.data[0].b64_json, two.data[0].b64_json);
  assert.equal((await jobs()).length, before + 2);
});

test("an account without credit is told once", async () => {
  const poor = client({ apiKey: process.env.IMAGE2AI_POOR_KEY });
  let asked = 0;
  const counting = client({
    apiKey: process.env.IMAGE2AI_POOR_KEY,
    fetch: (...call) => {
      asked += 1;
      return fetch(...call);
    },
  });
  await refused(counting.images.generate({ ...FOX, n: 10 }), 429, "insufficient_quota", "insufficient_quota", null);
  assert.equal(asked, 1);
  await poor.models.list();
});
