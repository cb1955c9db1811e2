// Fills the fields of a PDF in pdf.js, as Firefox does: deno run fill.mjs PDFJS IN OUT VALUES.
import fs from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, input, output, values] = process.argv.slice(2);
const pdfjs = await import(pathToFileURL(`${folder}/legacy/build/pdf.mjs`));
const texts = JSON.parse(values);
const data = new Uint8Array(fs.readFileSync(input));
const pdf = await pdfjs.getDocument({ data, verbosity: 0 }).promise;
const page = await pdf.getPage(1);
for (const field of await page.getAnnotations()) {
  if (field.fieldName in texts) {
    pdf.annotationStorage.setValue(field.id, { value: texts[field.fieldName] });
  }
}
fs.writeFileSync(output, await pdf.saveDocument());
