// What OpenAI's reference says of answers: each field with its values; those with ! are always there.
import assert from "node:assert/strict";

const whole = (value) => Number.isInteger(value) && value >= 0;
const base64 = (value) => typeof value === "string" && /^[A-Za-z0-9+/]+=*$/.test(value);
const one = (...words) => (value) => words.includes(value);

const format = one("png", "jpeg", "webp");
const details = fields({ text_tokens: whole, image_tokens: whole }, ["text_tokens", "image_tokens"]);
const usage = fields(
  { total_tokens: whole, input_tokens: whole, output_tokens: whole, input_tokens_details: details },
  ["total_tokens", "input_tokens", "output_tokens", "input_tokens_details"],
);
const image = fields({ b64_json: base64, url: (value) => URL.canParse(value), revised_prompt: String }, []);
const event = {
  b64_json: base64,
  created_at: whole,
  size: one("1024x1024", "1024x1536", "1536x1024", "auto"),
  quality: one("low", "medium", "high", "auto"),
  background: one("transparent", "opaque", "auto"),
  output_format: format,
};

function partial(kind) {
  const all = { ...event, type: one(`${kind}.partial_image`), partial_image_index: whole };
  return fields(all, Object.keys(all));
}

function completed(kind) {
  const all = { ...event, type: one(`${kind}.completed`), usage };
  return fields(all, Object.keys(all));
}

const schemas = {
  model: fields({ id: String, object: one("model"), created: whole, owned_by: String }, ["id", "object", "created", "owned_by"]),
  images: fields(
    {
      created: whole,
      data: (value) => Array.isArray(value) && value.length > 0 && value.every(image),
      background: one("transparent", "opaque"),
      output_format: format,
      size: one("1024x1024", "1024x1536", "1536x1024"),
      quality: one("low", "medium", "high"),
      usage,
    },
    ["created"],
  ),
};
for (const kind of ["image_generation", "image_edit"]) {
  schemas[`${kind}.partial_image`] = partial(kind);
  schemas[`${kind}.completed`] = completed(kind);
}

function fields(known, required) {
  return (value) => {
    required.forEach((name) => assert.ok(name in value, `${name} is missing`));
    for (const [name, said] of Object.entries(value)) {
      assert.ok(known[name], `the reference has no ${name}`);
      assert.ok(known[name](said), `${name} is ${String(said).slice(0, 80)}`);
    }
    return true;
  };
}

/** Fails unless a value is exactly what the reference says: no field missing, none beyond it. */
export const assertIs = (schema, value) => assert.ok(schemas[schema](value));
