/** Gives her a file, as a download of the window. */
export const saveFile = (bytes: ArrayBuffer, name: string, type: string): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
};
