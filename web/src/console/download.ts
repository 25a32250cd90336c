/** An answer as a file: CSV for spreadsheets, JSON as the server gave it. */
import type { CypherResult } from '../api/types.js';

/** As `stemma query --format csv` writes it: texts as they are, anything else as JSON. */
export function toCsv({ columns, rows }: CypherResult): string {
  const field = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const cell = (value: unknown) => field(typeof value === 'string' ? value : JSON.stringify(value ?? null));
  const lines = [columns.map(field), ...rows.map((row) => columns.map((column) => cell(row[column])))];
  return lines.map((line) => `${line.join(',')}\n`).join('');
}

export function toJson({ columns, rows, truncated, truncatedBy }: CypherResult): string {
  return `${JSON.stringify({ columns, rows, truncated, truncatedBy }, null, 2)}\n`;
}

export function saveFile(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun by then, and holds the data by itself.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
