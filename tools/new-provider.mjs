#!/usr/bin/env node
// Makes the bundle of a new AI vendor: a copy, under another name, of the smallest one that is in use. What it makes
// builds, passes its contract and can be dropped into a running server; from there on it is changed step by step.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const EXAMPLE = join(ROOT, "bundles", "model-openai-compatible");
const KEYWORDS = new Set(
  ("abstract assert boolean break byte case catch char class const continue default do double else enum extends false" +
    " final finally float for goto if implements import instanceof int interface long native new null package private" +
    " protected public return short static strictfp super switch synchronized this throw throws transient true try" +
    " void volatile while").split(" "),
);
const USAGE = `Usage: tools/new-provider.mjs NAME TITLE [FOLDER]

  NAME    of the vendor: small letters, digits and hyphens: acme, acme-images
  TITLE   of the vendor, for people: "Acme Images"
  FOLDER  that is made (bundles/model-NAME)
`;

function misused(message) {
  process.stderr.write(`new-provider: ${message}\n\n${USAGE}`);
  process.exit(2);
}

function wanted([name, title, folder, ...more]) {
  if (more.length > 0 || !title) misused("A name and a title are needed.");
  const words = name.split("-");
  if (!words.every((word) => /^[a-z][a-z0-9]*$/.test(word) && !KEYWORDS.has(word))) {
    misused(`${name} is no name: each word must be one that Java takes in the name of a package.`);
  }
  if (!/^[\p{L}\p{N}][\p{L}\p{N} .'-]{0,60}$/u.test(title)) {
    misused("A title has letters, digits, blanks and . ' - only.");
  }
  const target = resolve(folder ?? join(ROOT, "bundles", `model-${name}`));
  if (existsSync(target)) misused(`${target} is there already.`);
  return { name, title, target, prefix: words.map((word) => word[0].toUpperCase() + word.slice(1)).join("") };
}

// What is exchanged in every text; each of them must be found somewhere, or the example is not what it was.
function exchanges({ name, title, target, prefix }) {
  const to = (path) => relative(target, path).split(sep).join("/");
  return [
    ["org.image2ai.model.openai.compatible", `org.image2ai.model.${name.replaceAll("-", ".")}`],
    ["model-openai-compatible", `model-${name}`],
    [/\bCompatible(?=[A-Z])/g, prefix],
    ['"server", "OpenAI-compatible server"', `"${name}", "${title}"`],
    ['default "server"', `default "${name}"`],
    ["a server like OpenAI's", title],
    ["Servers like OpenAI", title],
    ["../../pom.xml", to(join(ROOT, "pom.xml"))],
    ["../model-openai/README.md", to(join(ROOT, "bundles", "model-openai", "README.md"))],
  ].map(([from, into]) => ({ from, into, found: false }));
}

function exchanged(text, all) {
  for (const one of all) {
    const next = text.replaceAll(one.from, () => one.into);
    one.found ||= next !== text;
    text = next;
  }
  return text;
}

function copy(wish) {
  const all = exchanges(wish);
  const folders = wish.name.replaceAll("-", "/");
  for (const entry of readdirSync(EXAMPLE, { recursive: true }).sort()) {
    const from = join(EXAMPLE, entry);
    if (entry.split(sep)[0] === "target" || !statSync(from).isFile()) continue;
    const path = entry
      .split(sep)
      .join("/")
      .replace("/model/openai/compatible/", `/model/${folders}/`)
      .replace(/\bCompatible(?=[A-Z])/, wish.prefix);
    const to = join(wish.target, path);
    mkdirSync(dirname(to), { recursive: true });
    cpSync(from, to);
    writeFileSync(to, exchanged(readFileSync(from, "utf8"), all));
  }
  const missing = all.filter((one) => !one.found).map((one) => one.from);
  if (missing.length > 0) throw new Error(`${EXAMPLE} has no ${missing.join(", ")} any more`);
}

const wish = wanted(process.argv.slice(2));
try {
  copy(wish);
} catch (e) {
  rmSync(wish.target, { recursive: true, force: true });
  throw e;
}
const made = relative(process.cwd(), wish.target) || ".";
process.stdout.write(`Made ${made}. Now:

  mvn spotless:apply verify -f ${made}
  cp ${made}/target/model-${wish.name}-*.jar run/deploy/

and an account in run/etc/org.image2ai.model.${wish.name.replaceAll("-", ".")}-main.cfg, as its README shows.
`);
