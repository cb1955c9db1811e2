"""Write the CSV files of all models: `PYTHONPATH=scripts python -m models`."""

from __future__ import annotations

from models import FOLDER, MODELS, text_of

for model in MODELS:
    (FOLDER / model.FILE).write_text(text_of(model.rows()), "utf-8")
