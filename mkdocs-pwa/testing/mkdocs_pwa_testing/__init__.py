"""Tools for testing that a packed site works with its server gone.

They drive a real server and a real browser: Chromium's own offline switch does not cut what a
service worker fetches, so a test that relies on it can pass by mistake.
"""
