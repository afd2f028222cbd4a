// node benchmarks/upscale/run.mjs: how near each upscaler comes to the original (PSNR, SSIM), and its time against a bare
// ONNX Runtime that runs the same network over the same tiles, by turns in the same process.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from '../server.mjs';

const here = join(root, 'benchmarks/upscale');
const classes = join(root, 'benchmarks/target/upscale');
const jar = (bundle) => {
  const target = join(root, 'bundles', bundle, 'target');
  const name = readdirSync(target).find((file) => file.startsWith(`${bundle}-`) && file.endsWith('.jar'));
  return join(target, name);
};
const path = ['api', 'tck', 'runtime-onnx', 'model-embedded'].map(jar).join(delimiter);

rmSync(classes, { recursive: true, force: true });
mkdirSync(classes, { recursive: true });
const sources = readdirSync(here).filter((file) => file.endsWith('.java')).map((file) => join(here, file));
execFileSync('javac', ['-d', classes, '-cp', path, ...sources], { stdio: 'inherit' });
const arguments_ = [join(here, 'pictures'), join(root, 'bundles/tck/src/main/resources/org/image2ai/tck/pictures/photo.jpg')];
execFileSync('java', ['-Xmx1g', '-cp', [classes, path].join(delimiter), 'org.image2ai.model.embedded.enhance.Upscale', ...arguments_],
  { stdio: 'inherit' });
