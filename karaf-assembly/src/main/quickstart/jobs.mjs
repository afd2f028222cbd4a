// Three real jobs through the public API, and what they made in quickstart-output/.
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, isAbsolute, join, relative } from "node:path";
import { Api } from "./api.mjs";
import { Failure, Progress, bold, plain, say } from "./terminal.mjs";

const PICTURES = "bundles/tck/src/main/resources/org/image2ai/tck/pictures";
const PATIENCE_MILLIS = 300_000;
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

export async function jobs(url, root, prompt) {
  const file = join(root, "run", "etc", "first-boot.properties");
  const credentials = await read(file);
  const api = new Api(url, credentials["admin.apiKey"]);
  for (const job of described(api, root, prompt)) {
    await make(api, root, job);
  }
  close(url, root, file, credentials["shell.user"]);
}

/** What is asked for; the pictures of a request are sent when its turn comes. */
function described(api, root, prompt) {
  const model = "auto";
  const send = async (name, mediaType, role) => ({ asset: await api.upload(await picture(root, name), mediaType), role });
  const generate = async () => {
    const parameters = { width: 1024, height: 1024 };
    return { operation: "generate", model, prompt, parameters, count: 1 };
  };
  const edit = async () => {
    const inputs = [await send("photo.jpg", "image/jpeg", "image"), await send("photo-mask.png", "image/png", "mask")];
    return { operation: "inpaint", model, inputs };
  };
  const upscale = async () => {
    const inputs = [await send("small.jpg", "image/jpeg", "image")];
    return { operation: "upscale", model, inputs, parameters: { scale: 4 } };
  };
  return [
    { title: "Generate", file: "generated.png", request: generate },
    { title: "Edit", file: "edited.png", request: edit },
    { title: "Upscale", file: "upscaled.png", request: upscale },
  ];
}

async function make(api, root, { title, file, request }) {
  const progress = new Progress(title);
  try {
    progress.update("sending");
    let job = await api.submit(await request());
    for await (job of api.follow(job, Date.now() + PATIENCE_MILLIS)) {
      const state = plain(job.state).toLowerCase();
      if (job.state === "RUNNING") {
        progress.update(plain(job.message) || state, fraction(job.progress));
      } else {
        progress.update(state);
      }
    }
    const output = outputOf(title, job);
    const bytes = await api.download(output.asset);
    const path = join(root, "quickstart-output", file);
    await store(path, bytes);
    progress.end();
    report(title, job, output, bytes, path, progress.seconds);
  } finally {
    progress.end();
  }
}

const fraction = (value) => Math.min(1, Math.max(0, Number(value) || 0));

function outputOf(title, job) {
  if (job.state !== "SUCCEEDED") {
    const { message, code } = job.error ?? {};
    const why = message ? `: ${plain(message).replace(/\.$/, "")}` : "";
    const end = job.state === "CANCELLED" ? "was cancelled" : "failed";
    throw new Failure(`${title}: job ${plain(job.id)} ${end}${why}${code ? ` (${plain(code)})` : ""}.`);
  }
  const output = (job.outputs ?? []).find(({ status, asset }) => status === "READY" && asset);
  if (!output) {
    throw new Failure(`${title}: job ${plain(job.id)} succeeded without a picture.`);
  }
  return output;
}

/** Whole or not at all: a picture of the last run is better than half of a new one. */
async function store(path, bytes) {
  const part = `${path}.${process.pid}.part`;
  try {
    await mkdir(join(path, ".."), { recursive: true });
    await writeFile(part, bytes);
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true }).catch(() => {});
    throw new Failure(`${path} could not be written: ${error.code}.`);
  }
}

function report(title, job, output, bytes, path, seconds) {
  const { provider, vendor, model, credits, creditsHeld, renderMillis } = job.receipt ?? {};
  const made = [plain(provider) || "unknown provider", vendor && `(${plain(vendor)})`].filter(Boolean).join(" ");
  const time = `${seconds.toFixed(1)} s${renderMillis >= 0 ? ` (${(renderMillis / 1000).toFixed(1)} s of it rendering)` : ""}`;
  const type = bytes.subarray(0, 4).equals(PNG) ? "" : ` ${plain(output.mediaType) || "no PNG"}`;
  say(`${bold(title)} -> ${bold(shown(path))}`);
  say(`  provider ${made}, model ${plain(model) || "unknown"}`);
  say(`  ${time}, ${cost(credits ?? creditsHeld)}, ${output.width} x ${output.height}, ${kilobytes(bytes)}${type}`);
}

const cost = (credits) => (credits === undefined ? "cost unknown" : `${credits} credit${credits === 1 ? "" : "s"}`);

const kilobytes = (bytes) => `${Math.ceil(bytes.length / 1024)} KB`;

/** As it can be typed where the person is. */
function shown(path) {
  const near = relative(process.cwd(), path);
  const best = near.startsWith("..") || isAbsolute(near) ? path : near;
  return /[^\w./@:+-]/.test(best) ? `'${best}'` : best;
}

function close(url, root, credentials, user) {
  const program = (name) => {
    const path = shown(join(root, name));
    return path.includes("/") ? path : `./${path}`;
  };
  say();
  say(`API viewer   ${url}/api/docs`);
  say(`Credentials  ${shown(credentials)} (API key: admin.apiKey)`);
  say(`Shell        ${program("run/bin/client")} -u ${plain(user)}   (password: shell.password in that file)`);
  say(`Stop         ${program("quickstart")} stop`);
}

async function picture(root, name) {
  try {
    return await readFile(join(root, PICTURES, name));
  } catch {
    throw new Failure(`The sample picture ${PICTURES}/${name} is missing; take the whole repository.`);
  }
}

async function read(file) {
  const text = await readFile(file, "utf8").catch(({ code }) => {
    throw new Failure(`The credentials in ${file} cannot be read: ${code}.`);
  });
  const found = Object.fromEntries(
    text
      .split(/\r?\n/)
      .filter((line) => /^[^#=]+=/.test(line))
      .map((line) => [line.slice(0, line.indexOf("=")).trim(), line.slice(line.indexOf("=") + 1).trim()]),
  );
  if (!found["admin.apiKey"]) {
    throw new Failure(`There is no admin.apiKey in ${basename(file)}; see ${file}.`);
  }
  return found;
}
