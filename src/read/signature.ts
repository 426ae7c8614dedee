/** How a ZIP archive begins, which a DOCX is. */
export const ZIP: readonly number[] = [0x50, 0x4b, 0x03, 0x04];

/** Whether a file begins with these bytes. */
export const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);

/** Whether a text is an office file written as one XML file. */
export const isXmlPackage = (text: string): boolean => /<pkg:package\b/.test(text.slice(0, 4000));
