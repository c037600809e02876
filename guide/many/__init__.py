"""Many clinics: every file in `clinics/` becomes a guide of its own under `sites/`.

`listing` finds the files and divides them between machines, `building` runs the builds, `shared`
writes what the clinics of one host share, `report` says how it went.
"""
