/** A picture as a letter takes it: small enough to print and to keep, whatever camera or scanner made it. */
import { LONGEST_IMAGE } from '@shared/domain/letter/template.ts';

/** 55 mm at 300 dots an inch are 650. */
const MOST_WIDTH = 1_000;
const MOST_HEIGHT = 500;
const qualities = [0.9, 0.75, 0.6] as const;

const drawn = (picture: ImageBitmap, ground: string | null): HTMLCanvasElement => {
  const scale = Math.min(1, MOST_WIDTH / picture.width, MOST_HEIGHT / picture.height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext('2d');
  if (pen === null) return canvas;
  if (ground !== null) {
    pen.fillStyle = ground;
    pen.fillRect(0, 0, canvas.width, canvas.height);
  }
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
};

/** A PNG keeps what is see-through; one that is too long is a JPEG on white. Null: no picture. */
export const fitImage = async (file: Blob): Promise<string | null> => {
  if (file.type !== 'image/png' && file.type !== 'image/jpeg') return null;
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return null;
  if (file.type === 'image/png') {
    const png = drawn(picture, null).toDataURL('image/png');
    if (png.length <= LONGEST_IMAGE) return png;
  }
  const canvas = drawn(picture, '#ffffff');
  const tried = qualities.map((quality) => canvas.toDataURL('image/jpeg', quality));
  return tried.find(({ length }) => length <= LONGEST_IMAGE) ?? null;
};
