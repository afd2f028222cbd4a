// Puts a network together, and writes it.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { model, node, tensor, value } from './onnx.mjs'

/** From one input to one output, both planes of any size. */
export class Network {
  #initializers = []
  #nodes = []

  add(type, inputs, outputs, attributes) {
    this.#nodes.push(node(type, inputs, outputs, attributes))
  }

  keep(name, dims, values) {
    this.#initializers.push(tensor(name, dims, values))
    return name
  }

  /** A convolution that keeps the size; weight is [out, in, side, side]. */
  convolve(name, input, output, { out, side, weight, bias }) {
    const kernel = this.keep(`${name}.weight`, [out, weight.length / out / side / side, side, side], weight)
    const pad = (side - 1) / 2
    const how = { kernel_shape: [side, side], pads: [pad, pad, pad, pad] }
    this.add('Conv', [input, kernel, this.keep(`${name}.bias`, [out], bias)], [output], how)
  }

  /** Repeats every pixel. */
  enlarge(name, input, output, scale) {
    const scales = this.keep(`${name}.scales`, [4], [1, 1, scale, scale])
    const how = { mode: 'nearest', coordinate_transformation_mode: 'asymmetric', nearest_mode: 'floor' }
    this.add('Resize', [input, '', scales], [output], how)
  }

  /** An input or output is its name and how many planes it has. */
  write(resources, name, { input = ['data', 3], output = ['output', 3] } = {}) {
    const target = join(resources, 'org', 'image2ai', 'model', 'embedded', 'enhance')
    mkdirSync(target, { recursive: true })
    const network = {
      name,
      opset: 13,
      nodes: this.#nodes,
      initializers: this.#initializers,
      inputs: [value(input[0], [1, input[1], 'height', 'width'])],
      outputs: [value(output[0], [1, output[1], 'tall', 'wide'])],
    }
    writeFileSync(join(target, `${name}.onnx`), model(network))
  }
}

export function require(name, isSo, what) {
  if (!isSo) {
    throw new Error(`layer ${name} was expected to be one that ${what}`)
  }
}
