"""Trains the network of the accurate extractor on the papers that export.ts wrote, and writes it as ONNX.

usage: train.py PAPERS.jsonl BASE OUT [--fold F]

BASE is the folder of the base encoder (model.safetensors). Some words are hidden while it learns, so that it heeds what
stands around them. With --fold F the papers of the data folder whose number leaves the remainder F after division by 4
are left out, for cross-validation. It uses one thread; same data, same seed, same machine: same weights.
"""
import argparse
import json
import random
import time
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file

from network import EntityHead, Encoder, RelationHead, Tagger

FOLDS = 4
BATCH = 8
# A third makes the roles of unseen papers worse.
EPOCHS = 2
MOST_OCCURRENCES = 6
ENCODER_RATE = 2e-4
HEAD_RATE = 1e-3
DECAY = 0.01
AVERAGE = 0.985
ROLE_SHARE = 0.5
RELATION_SHARE = 1.0
TAG_SHARE = 1.0
TYPE_TAGS = 9
# Share of the words.
HIDDEN = 0.08
BEGIN, END, MASK = 101, 102, 103
SEED = 20


class Paper:
    """The tensors of one paper."""

    def __init__(self, line):
        p = json.loads(line)
        self.split = p['split']
        starts = [0, *p['ends'][:-1]]
        self.windows = [(torch.tensor(p['ids'][a:b]), torch.tensor(p['forms'][a:b])) for a, b in zip(starts, p['ends'])]
        c = p['candidates']
        k = min(MOST_OCCURRENCES, max((len(x['o']) for x in c), default=1))
        self.spans = torch.tensor([(x['o'] + [x['o'][0]] * k)[:k] for x in c]).reshape(-1, k, 2)
        self.there = torch.tensor([[float(i < len(x['o'])) for i in range(k)] for x in c]).reshape(-1, k)
        self.types = torch.tensor([x['t'] for x in c]).reshape(-1, 5)
        self.roles = torch.tensor([x['u'] for x in c]).reshape(-1, 5)
        self.facts = torch.tensor([x['f'] for x in c])
        self.type = torch.tensor([x['y'] for x in c], dtype=torch.long)
        self.role = torch.tensor([x['r'] for x in c], dtype=torch.long)
        self.tags = torch.zeros(self.length, dtype=torch.long)
        self.role_tags = torch.zeros(self.length, dtype=torch.long)
        # Longer mentions last: a piece belongs to the longest that holds it.
        marked = [(b - a, a, b, x['y'], x['r']) for x in c if x['y'] > 0 for a, b in x['o']]
        for _, a, b, y, role in sorted(marked):
            self.tags[a : b + 1] = 2 * y
            self.tags[a] = 2 * y - 1
            self.role_tags[a : b + 1] = role + 1
        r = [x for x in p['pairs'] if x['y'] >= 0]
        self.pair_spans = torch.tensor([[x['h'], x['l'], x['b']] for x in r], dtype=torch.long).reshape(-1, 3, 2)
        self.pair_opinion = torch.tensor([x['t'] for x in r]).reshape(-1, 4)
        self.pair_facts = torch.tensor([x['f'] for x in r])
        self.relation = torch.tensor([x['y'] for x in r], dtype=torch.long)

    @property
    def length(self):
        return sum(len(ids) for ids, _ in self.windows)


def read_papers(path):
    with open(path, encoding='utf8') as lines:
        return [Paper(line) for line in lines]


class Network(torch.nn.Module):
    def __init__(self, facts, pair_facts):
        super().__init__()
        self.encoder = Encoder()
        self.tagger = Tagger()
        self.entities = EntityHead(facts)
        self.relations = RelationHead(pair_facts)

    def read(self, papers, hide=None):
        """The hidden states of each paper, [T, W], window after window. `hide` may replace word pieces."""
        windows = [w for p in papers for w in p.windows]
        longest = max(len(forms) for _, forms in windows)
        ids = torch.zeros(len(windows), longest, dtype=torch.long)
        forms = torch.zeros(len(windows), longest, dtype=torch.long)
        mask = torch.zeros(len(windows), 1, 1, longest, dtype=torch.bool)
        for i, (x, f) in enumerate(windows):
            ids[i, : len(x)], forms[i, : len(f)], mask[i, ..., : len(f)] = hide(x) if hide else x, f, True
        with torch.autocast('cpu', torch.bfloat16, enabled=BFLOAT16):
            with torch.no_grad():
                below = self.encoder.below(ids, mask)
            hidden = self.encoder.above(below, forms, mask).float()
        at = 0
        read = []
        for p in papers:
            parts = [hidden[at + i, : len(ids)] for i, (ids, _) in enumerate(p.windows)]
            at += len(parts)
            read.append(torch.cat(parts))
        return read

    def judge(self, p, hidden, tags):
        return self.entities(hidden, tags, p.spans, p.there, p.types, p.roles, p.facts)

    def loss(self, papers, hide=None):
        types, roles, relations, tags, role_tags = [], [], [], [], []
        for p, hidden in zip(papers, self.read(papers, hide)):
            tag = self.tagger(hidden)
            tags.append((tag[:, :TYPE_TAGS], p.tags))
            role_tags.append((tag[:, TYPE_TAGS:], p.role_tags))
            t, r = self.judge(p, hidden, tag)
            types.append((t, p.type))
            marked = p.role >= 0
            roles.append((r[marked], p.role[marked]))
            if len(p.relation) > 0:
                relations.append((self.relations(hidden, p.pair_spans, p.pair_opinion, p.pair_facts), p.relation))
        return mean_loss(types), mean_loss(roles), mean_loss(relations), mean_loss(tags), mean_loss(role_tags)


def mean_loss(parts):
    """The mean cross-entropy of (logits, labels), nan of none."""
    if len(parts) == 0:
        return torch.tensor(float('nan'))
    logits, wanted = (torch.cat(x) for x in zip(*parts))
    return F.cross_entropy(logits, wanted)


def hider(continues):
    """Hides some of the words, with all of their pieces. continues [V]: whether a piece continues a word."""

    def hide(ids):
        word = torch.cumsum(~continues[ids], 0) - 1
        hidden = (torch.rand(int(word[-1]) + 1) < HIDDEN)[word] & (ids != BEGIN) & (ids != END)
        return torch.where(hidden, MASK, ids)

    return hide


class TaggedEntities(torch.nn.Module):
    """The tagger and the head for entities as one, for export."""

    def __init__(self, net):
        super().__init__()
        self.tagger, self.entities = net.tagger, net.entities

    def forward(self, hidden, *rest):
        return self.entities(hidden, self.tagger(hidden), *rest)


BFLOAT16 = torch.cpu.get_capabilities().get('avx512_bf16', False)
SHARES = torch.tensor([1.0, ROLE_SHARE, RELATION_SHARE, TAG_SHARE, TAG_SHARE])


@torch.no_grad()
def losses(net, papers):
    net.eval()
    return torch.stack([torch.stack(net.loss([p])) for p in papers if len(p.relation) > 0]).nanmean(0)


def batches(papers, chance):
    """Papers of like length together, in an order drawn anew each epoch."""
    order = sorted(papers, key=lambda p: p.length + chance.uniform(-30, 30))
    parts = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
    chance.shuffle(parts)
    return parts


def train(papers, judged, base):
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    net = Network(papers[0].facts.shape[1], next(p for p in papers if len(p.relation) > 0).pair_facts.shape[1])
    net.encoder.load_bert(load_file(str(Path(base) / 'model.safetensors')))
    for fixed in (net.encoder.words, net.encoder.positions, net.encoder.norm, net.encoder.layers[: net.encoder.fixed]):
        fixed.requires_grad_(False)
    pieces = (Path(base) / 'vocab.txt').read_text(encoding='utf8').split('\n')
    hide = hider(torch.tensor([piece.startswith('##') for piece in pieces]))
    encoder = [w for w in net.encoder.parameters() if w.requires_grad]
    heads = [*net.tagger.parameters(), *net.entities.parameters(), *net.relations.parameters()]
    adam = torch.optim.AdamW([{'params': encoder, 'lr': ENCODER_RATE}, {'params': heads, 'lr': HEAD_RATE}], weight_decay=DECAY, fused=True)
    steps = EPOCHS * ((len(papers) + BATCH - 1) // BATCH)
    warm = max(1, steps // 10)
    plan = torch.optim.lr_scheduler.LambdaLR(adam, lambda s: min((s + 1) / warm, (steps - s) / (steps - warm)))
    mean = torch.optim.swa_utils.AveragedModel(net, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(AVERAGE))
    begun = time.time()
    for epoch in range(EPOCHS):
        net.train()
        sums = torch.zeros(len(SHARES))
        parts = batches(papers, chance)
        for part in parts:
            lost = torch.stack(net.loss(part, hide))
            (lost * SHARES).nansum().backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            adam.step()
            plan.step()
            adam.zero_grad(set_to_none=True)
            mean.update_parameters(net)
            sums += lost.detach().nan_to_num()
        show = lambda x: [round(v, 4) for v in x.tolist()]
        print(f'epoch {epoch + 1}: types, roles, relations, tags, role tags: learnt {show(sums / len(parts))} judged {show(losses(net, judged))} averaged {show(losses(mean.module, judged))}, {time.time() - begun:.0f} s', flush=True)
    mean.module.eval()
    return mean.module


def export(net, out):
    """Writes encoder.onnx, entities.onnx and relations.onnx, one paper at a time, every length free."""
    out.mkdir(parents=True, exist_ok=True)
    t, c, k, n = 40, 5, 3, 7
    hidden = torch.randn(t, 384)
    spans = torch.randint(1, t // 2, (c, k, 2)).sort(-1).values
    facts = torch.randn(c, net.entities.facts.in_features - 10)
    pair_spans = torch.randint(1, t // 2, (n, 3, 2)).sort(-1).values
    pair_facts = torch.randn(n, net.relations.facts.in_features - 4)
    ids = torch.randint(1000, 2000, (1, t))
    write = lambda module, name, args, inputs, outputs, axes: torch.onnx.export(
        module, args, str(out / f'{name}.onnx'), input_names=inputs, output_names=outputs, dynamic_axes=axes, opset_version=17, dynamo=False)
    write(net.encoder, 'encoder', (ids, torch.zeros_like(ids)), ['ids', 'forms'], ['hidden'],
          {'ids': {1: 't'}, 'forms': {1: 't'}, 'hidden': {1: 't'}})

    write(TaggedEntities(net).eval(), 'entities', (hidden, spans, torch.ones(c, k), torch.randn(c, 5), torch.randn(c, 5), facts),
          ['hidden', 'spans', 'there', 'types', 'roles', 'facts'], ['type', 'role'],
          {'hidden': {0: 't'}, 'spans': {0: 'c', 1: 'k'}, 'there': {0: 'c', 1: 'k'}, 'types': {0: 'c'}, 'roles': {0: 'c'}, 'facts': {0: 'c'}, 'type': {0: 'c'}, 'role': {0: 'c'}})
    write(net.relations, 'relations', (hidden, pair_spans, torch.randn(n, 4), pair_facts),
          ['hidden', 'spans', 'types', 'facts'], ['relation'],
          {'hidden': {0: 't'}, 'spans': {0: 'n'}, 'types': {0: 'n'}, 'facts': {0: 'n'}, 'relation': {0: 'n'}})


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument('papers'); ap.add_argument('base'); ap.add_argument('out', type=Path)
    ap.add_argument('--fold', type=int)
    a = ap.parse_args()
    torch.set_num_threads(1)
    papers = read_papers(a.papers)
    given, own, seeds = ([p for p in papers if p.split == split] for split in ('given', 'own', 'seeds'))
    if a.fold is None:
        learnt, judged = given + own, seeds
    else:
        learnt = [p for i, p in enumerate(given) if i % FOLDS != a.fold] + own
        judged = [p for i, p in enumerate(given) if i % FOLDS == a.fold]
    some = lambda papers: [p for p in papers if len(p.type) > 0]
    net = train(some(learnt), judged, a.base)
    a.out.mkdir(parents=True, exist_ok=True)
    torch.save(net.state_dict(), a.out / 'network.pt')
    export(net, a.out)


if __name__ == '__main__':
    main()
