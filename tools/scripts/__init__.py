"""Checks every script: types by tsc, from the JSDoc, and common faults by oxlint."""
