/** Hands a text to the person as a file; the program asks where to keep it. */
export const saveFile = (name: string, type: string, content: string | ArrayBuffer): void => {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Read after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};
