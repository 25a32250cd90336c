"""The network of the accurate extractor: an encoder of word pieces, and a head each for entities and relations.

Both heads start from the opinion of the linear scorers (log-probabilities) and learn to correct it: their last layers
begin at zero, so that an untrained network says what the linear scorers say.
"""
import torch
import torch.nn.functional as F
from torch import nn

FORMS = 32
TAGS = 15
PIECE = 64
SPAN = 128
FACTS = 64
PAPER = 32
PAIR = 96


class Layer(nn.Module):
    """A layer of BERT (Devlin et al. 2019): attention, then a feed-forward net, each with a residual and a norm."""

    def __init__(self, width, heads, inner):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x, mask):
        b, t, w = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(b, t, w)
        x = self.norm1(x + self.drop(self.out(a)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """The lower layers of bge-small-en-v1.5 (Xiao et al. 2024): the upper ones gather a text for search, and learn tags
    more slowly. Its vocabulary knows no capitals: the form of each word is added after the layers that stay as they
    came, the `fixed` first ones."""

    def __init__(self, vocabulary=30522, width=384, layers=8, heads=12, inner=1536, positions=512, fixed=2):
        super().__init__()
        self.words = nn.Embedding(vocabulary, width)
        self.positions = nn.Embedding(positions, width)
        self.forms = nn.Embedding(FORMS, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, heads, inner) for _ in range(layers))
        self.fixed = fixed
        nn.init.zeros_(self.forms.weight)

    def below(self, ids, mask=None):
        """What the fixed layers make of the pieces."""
        at = torch.arange(ids.shape[1], device=ids.device)
        x = self.norm(self.words(ids) + self.positions(at)[None])
        for layer in self.layers[: self.fixed]:
            x = layer(x, mask)
        return x

    def above(self, x, forms, mask=None):
        x = x + self.forms(forms)
        for layer in self.layers[self.fixed :]:
            x = layer(x, mask)
        return x

    def forward(self, ids, forms):
        return self.above(self.below(ids), forms)

    def load_bert(self, state):
        """Takes the weights of a BERT checkpoint (a dict of tensors)."""
        get = lambda name: state[name].float()
        # All text is of BERT's first segment: its vector is added to every position.
        positions = get('embeddings.position_embeddings.weight') + get('embeddings.token_type_embeddings.weight')[0]
        own = {'words.weight': get('embeddings.word_embeddings.weight'), 'positions.weight': positions,
               'norm.weight': get('embeddings.LayerNorm.weight'), 'norm.bias': get('embeddings.LayerNorm.bias'),
               'forms.weight': self.forms.weight.data}
        names = {'out': 'attention.output.dense', 'norm1': 'attention.output.LayerNorm', 'up': 'intermediate.dense',
                 'down': 'output.dense', 'norm2': 'output.LayerNorm'}
        for i in range(len(self.layers)):
            for kind in ('weight', 'bias'):
                for mine, theirs in names.items():
                    own[f'layers.{i}.{mine}.{kind}'] = get(f'encoder.layer.{i}.{theirs}.{kind}')
                own[f'layers.{i}.qkv.{kind}'] = torch.cat(
                    [get(f'encoder.layer.{i}.attention.self.{part}.{kind}') for part in ('query', 'key', 'value')])
        self.load_state_dict(own)


def zeroed(layer):
    nn.init.zeros_(layer.weight)
    nn.init.zeros_(layer.bias)
    return layer


class Tagger(nn.Module):
    """What each piece is, by itself: outside, or the beginning or inside of an entity of each type [T, 9], and the
    role of the entity that it belongs to [T, 6]. Trains the encoder; the heads read it."""

    def __init__(self, width=384):
        super().__init__()
        self.tags = nn.Linear(width, TAGS)
        self.drop = nn.Dropout(0.1)

    def forward(self, hidden):
        return self.tags(self.drop(hidden))


class EntityHead(nn.Module):
    """Types and roles of a paper's candidates, decided together.

    hidden [T, W]; tags [T, TAGS]; spans [C, K, 2] first and last piece of up to K occurrences; there [C, K] 1 where an
    occurrence is; opinions [C, 5] and [C, 5]; facts [C, N]. Gives logits of no entity and the types [C, 5], and of the
    roles [C, 5].
    """

    def __init__(self, facts, width=384, types=5, roles=5):
        super().__init__()
        self.piece = nn.Linear(width, PIECE)
        self.span = nn.Linear(5 * (PIECE + TAGS), SPAN)
        self.facts = nn.Linear(facts + types + roles, FACTS)
        self.paper = nn.Linear(width, PAPER)
        self.join = nn.Linear(2 * SPAN + FACTS + PAPER, SPAN)
        self.heads = 4
        self.norm = nn.LayerNorm(SPAN)
        self.qkv = nn.Linear(SPAN, 3 * SPAN)
        self.out = zeroed(nn.Linear(SPAN, SPAN))
        self.types = zeroed(nn.Linear(SPAN, types))
        self.roles = zeroed(nn.Linear(SPAN, roles))
        self.trust = nn.Parameter(torch.ones(2))
        self.drop = nn.Dropout(0.2)

    def forward(self, hidden, tags, spans, there, types, roles, facts):
        c, k, _ = spans.shape
        pieces = torch.cat([torch.tanh(self.piece(hidden)), tags], -1)
        first, last = spans[..., 0].reshape(-1), spans[..., 1].reshape(-1)
        # A paper begins and ends with a mark, so that there is a piece on either side of every span.
        sums = torch.cumsum(pieces, 0)
        mean = (sums[last] - sums[first - 1]) / (last - first + 1).unsqueeze(-1).to(hidden.dtype)
        parts = torch.cat([pieces[first], pieces[last], mean, pieces[first - 1], pieces[last + 1]], -1)
        each = F.gelu(self.span(self.drop(parts))).reshape(c, k, -1)
        weight = there.unsqueeze(-1)
        average = (each * weight).sum(1) / weight.sum(1)
        # GELU is above -0.2: what is not there must not be the highest.
        highest = (each * weight - (1 - weight)).max(1).values
        paper = F.gelu(self.paper(hidden.mean(0, keepdim=True))).expand(c, -1)
        known = F.gelu(self.facts(torch.cat([types, roles, facts], -1)))
        x = F.gelu(self.join(self.drop(torch.cat([average, highest, known, paper], -1))))
        # Candidates of one paper compete: each sees all others once.
        qkv = self.qkv(self.norm(x)).reshape(c, 3, self.heads, -1).permute(1, 2, 0, 3)
        q, k_, v = qkv[0], qkv[1], qkv[2]
        seen = torch.softmax(q @ k_.transpose(-1, -2) / q.shape[-1] ** 0.5, -1) @ v
        x = self.drop(x + self.out(seen.transpose(0, 1).reshape(c, -1)))
        return types * self.trust[0] + self.types(x), roles * self.trust[1] + self.roles(x)


class RelationHead(nn.Module):
    """Relations of pairs. hidden [T, W]; spans [P, 3, 2] first and last piece of head, tail and what is between;
    opinions [P, 4]; facts [P, N]. Gives logits of no relation and the types [P, 4]."""

    def __init__(self, facts, width=384, types=4):
        super().__init__()
        self.span = nn.Linear(width, PAIR)
        self.facts = nn.Linear(facts + types, FACTS)
        self.join = nn.Linear(4 * PAIR + FACTS, PAIR)
        self.types = zeroed(nn.Linear(PAIR, types))
        self.trust = nn.Parameter(torch.ones(1))
        self.drop = nn.Dropout(0.3)

    def forward(self, hidden, spans, types, facts):
        first, last = spans[..., 0].reshape(-1), spans[..., 1].reshape(-1)
        pieces = F.gelu(self.span(hidden))
        sums = torch.cumsum(pieces, 0)
        mean = (sums[last] - sums[first - 1]) / (last - first + 1).unsqueeze(-1).to(hidden.dtype)
        mean = mean.reshape(spans.shape[0], 3, -1)
        head, tail, between = mean[:, 0], mean[:, 1], mean[:, 2]
        known = F.gelu(self.facts(torch.cat([types, facts], -1)))
        x = F.gelu(self.join(self.drop(torch.cat([head, tail, between, head * tail, known], -1))))
        return types * self.trust + self.types(self.drop(x))
