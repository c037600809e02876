"""Files that resemble each other to what is new in each and what it repeats, and back.

gzip looks back 32 kB only, and a page of a large site may have a longer frame than that. So what a
file has in common with the one before it, or with any earlier one, is written as a copy, and gzip
is left with what is new. Each file is written as

    [number,new,skip,copy,new,skip,copy,...]\\n

and the bytes that are new. To read it: take `new` of these bytes; go `skip` bytes on in the file
before, from where the last copy or new bytes ended; and take `copy` bytes from there. A negative
`copy` takes that many bytes from what was new in all earlier files, which `skip` counts through in
the same way. `assets/worker/bundle.js` reads the same.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

#: Only so many of the new bytes can be repeated later, since a phone has to keep them at hand.
MEMORY = 4_000_000

# Shorter copies would cost more than gzip needs for the bytes themselves: tried at 24, 240 and 960
# pages of Material.
_SHORTEST_IN_PLACE = 16
_SHORTEST_ELSEWHERE = 48
_SHORTEST_MARK = 24
_LONGEST_STEP = 4096

_LINE = re.compile(rb'(?<=",\n)')


def write(files: Iterable[tuple[int, bytes]]) -> Iterator[bytes]:
    """Each numbered file, written as above; like files should follow each other."""
    before, memory = _Text([]), _Memory()
    for number, content in files:
        text = _Text(_parts(content))
        steps, new = _steps(text, before, memory)
        yield json.dumps([number, *steps], separators=(",", ":")).encode() + b"\n" + b"".join(new)
        memory.add(new)
        before = text


def read(written: bytes) -> dict[int, bytes]:
    """The files by number, from all that `write` gave.

    Raises:
        ValueError: it is not whole, or something else.
    """
    found: dict[int, bytes] = {}
    before, memory, place = b"", b"", 0
    while place < len(written):
        head = written[place : written.index(b"\n", place)]
        number, *steps = json.loads(head)
        place += len(head) + 1
        parts: list[bytes] = []
        at = past = size = 0
        new = b""
        for length, skip, copy in zip(steps[::3], steps[1::3], steps[2::3], strict=True):
            fresh = written[place : place + length]
            place, at, new = place + length, at + length, new + fresh
            if copy < 0:
                past += skip - copy
                parts += [fresh, memory[past + copy : past]]
            else:
                at += skip + copy
                parts += [fresh, before[at - copy : at]]
            size += length + abs(copy)
        before, memory = b"".join(parts), (memory + new)[:MEMORY]
        if len(before) != size:
            raise ValueError(f"file {number}: expected {size} bytes, found {len(before)}")
        found[number] = before
    return found


class _Text:
    """A file in parts, with the place of each in bytes and, to find it again, by its bytes."""

    def __init__(self, parts: Sequence[bytes]) -> None:
        self.parts = parts
        self.starts = list(accumulate(map(len, parts), initial=0))
        # Backwards, so that the first of several stays.
        self.at: Mapping[bytes, int] = dict(
            zip(reversed(parts), range(len(parts) - 1, -1, -1), strict=True)
        )


class _Memory:
    """All that was new in earlier files."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []
        self.starts = [0]
        self.at: dict[bytes, int] = {}

    def add(self, new: Iterable[bytes]) -> None:
        for part in new:
            end = self.starts[-1] + len(part)
            if len(part) >= _SHORTEST_MARK and end <= MEMORY:
                self.at.setdefault(part, len(self.parts))
            self.parts.append(part)
            self.starts.append(end)


def _parts(content: bytes) -> list[bytes]:
    """HTML by its tags, also within a search index, and JSON by its lines; others have one part."""
    first, *tags = content.split(b"<")
    parts = [first, *(b"<" + tag for tag in tags)]
    # The pattern would take as long for a page, which has no such lines.
    return [line for part in parts for line in _LINE.split(part)] if b'",\n' in content else parts


def _steps(text: _Text, before: _Text, memory: _Memory) -> tuple[list[int], list[bytes]]:
    """The triples of numbers for a file, and its new parts."""
    steps: list[int] = []
    new: list[bytes] = []
    # In parts: where we are, where the new ones began, and what stands there in the file before.
    here = since = there = 0
    # In bytes: where the last copies ended.
    at = past = 0
    while here < len(text.parts):
        source, start, count = _copy(text, here, before, there, memory)
        if not count:
            here, there = here + 1, there + 1
            continue
        new += text.parts[since:here]
        length = text.starts[here] - text.starts[since]
        begin, end = source.starts[start], source.starts[start + count]
        at += length
        if source is memory:
            steps += [length, begin - past, begin - end]
            past = end
        else:
            steps += [length, begin - at, end - begin]
            at, there = end, start + count
        here = since = here + count
    new += text.parts[since:]
    if since < len(text.parts):
        steps += [text.starts[-1] - text.starts[since], 0, 0]
    return steps, new


def _copy(
    text: _Text, here: int, before: _Text, there: int, memory: _Memory
) -> tuple[_Text | _Memory, int, int]:
    """Where the parts from `here` on stand already: in what, from which part, how many."""
    part = text.parts[here]
    places: list[tuple[_Text | _Memory, int, int]] = []
    if there < len(before.parts):
        places.append((before, there, _SHORTEST_IN_PLACE))
    if part in before.at:
        places.append((before, before.at[part], _SHORTEST_ELSEWHERE))
    if part in memory.at:
        places.append((memory, memory.at[part], _SHORTEST_ELSEWHERE))
    for source, start, shortest in places:
        count = _same(text.parts, here, source.parts, start)
        if text.starts[here + count] - text.starts[here] >= shortest:
            return source, start, count
    return before, 0, 0


def _same(left: Sequence[bytes], at: int, right: Sequence[bytes], start: int) -> int:
    """How many parts are the same from there on; whole slices at a time, as pages are long."""
    count, step = 0, 1
    while step:
        part = left[at + count : at + count + step]
        if part and part == right[start + count : start + count + step]:
            count += len(part)
            step = min(step * 4, _LONGEST_STEP)
        else:
            step = 0 if step == 1 or not part else max(1, step // 8)
    return count
