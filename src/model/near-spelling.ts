/**
 * A form without case, hyphens, spaces and a plural s, and with every other sign. Forms that are the same then are split off
 * together; `fold` makes one of more: `π_i` is folded as `PII` is, and `YOLOv8s` as `YOLOv8`.
 */
export function nearSpelling(text: string): string {
  const near = text
    .replace(/(?<=\p{L}\p{Ll}|\p{Lu})s$/u, '')
    .toLowerCase()
    .replace(/[\s-]+/g, '');
  return near || text;
}
