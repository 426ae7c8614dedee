/** A name on one line of a terminal: controls, which names of files may hold, as escapes. */
export const oneLine = (name: string): string =>
  name.replace(/\p{Cc}/gu, (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`);
