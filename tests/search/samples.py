"""Texts with the words that search has of them, in Python and in the browser."""

from __future__ import annotations

SAMPLES = [
    ("Caf\u00e9 cafe\u0301 CAF\u00c9", ["cafe", "cafe", "cafe"]),
    ("Can\u2019t, can't, can\u00b4t, can`t", ["cant", "cant", "cant", "cant"]),
    ("\u0130zmir na\u00efve \u00fcber", ["izmir", "naive", "uber"]),
    ("\ufb01ne \u2460 x\u00b2 2\u00bd", ["fine", "1", "x2", "21", "2"]),
    ("k_h 10:30 a-b", ["k", "h", "10", "30", "a", "b"]),
    ("Angst\u00a0 \u2026", ["angst"]),
]
