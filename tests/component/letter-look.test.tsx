/** The form of a letter: its look, and the sheet as PDF. */
import { succeed } from '@shared/kernel/result.ts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { openApp } from './support/open-app.tsx';
import { id } from './support/organisation.ts';
import { draft, managing, planningAnswers } from './support/planning.ts';

const png = 'data:image/png;base64,iVBORw0KGgo=';
const earlier = {
  id: id(7400),
  revision: 1,
  template: {
    brandId: draft.settings.brandId,
    name: 'Bilan d’hiver',
    channel: 'post',
    subject: '',
    body: 'x',
    sender: ['12 quai de la Fosse', '44000 Nantes'],
    signature: 'Élodie Cœur',
    signatureTitle: 'Directrice',
    signatureImage: null,
    logo: png,
    footer: 'Solvenne SA',
  },
};

/** The picture's way through a canvas, which this window does not have. */
const withCanvas = (length = 100) => {
  vi.stubGlobal('createImageBitmap', async (file: Blob) => {
    if (file.size === 0) throw new Error('no picture');
    return { width: 4_000, height: 1_000 };
  });
  const pen = { drawImage: vi.fn(), fillRect: vi.fn(), fillStyle: '' };
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(pen as never);
  const given = vi.spyOn(HTMLCanvasElement.prototype, 'toDataURL').mockImplementation(function (
    this: HTMLCanvasElement,
    type = 'image/png',
  ) {
    return type === 'image/png' ? png.padEnd(length, '=') : 'data:image/jpeg;base64,/9j/';
  });
  return { pen, given };
};
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const opened = async (templates: readonly object[], language: 'fr' | 'en' = 'fr') => {
  const app = openApp({
    slices: managing,
    language,
    answers: {
      ...planningAnswers,
      'planning.change': () => succeed(draft),
      'letters.list': () => succeed({ templates }),
      'letters.pdf': () => succeed({ bytes: new TextEncoder().encode('%PDF').buffer }),
    } as never,
  });
  const { user } = app;
  await user.click(await screen.findByRole('button', { name: /^(Campagnes|Campaigns)$/ }));
  await user.click(await screen.findByRole('button', { name: /^(Continuer|Go on)$/ }));
  const flow = await screen.findByRole('navigation', { name: /Étapes|Steps/ });
  await user.click(within(flow).getByRole('button', { name: /Lettre et discours|Letter and/ }));
  const sheet = within(await screen.findByRole('region', { name: /Séquence|Sequence/ }));
  await user.click(sheet.getByRole('button', { name: /^(Lettre|Letter)$/ }));
  await user.click(await sheet.findByRole('button', { name: /^(Écrire un|Write a) / }));
  return { ...app, sheet };
};
const field = (name: RegExp | string) => screen.getByRole('textbox', { name });

it('[LETTER-9] begins as the brand’s last letter looked, and is seen as PDF as it is typed', async () => {
  const named = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x');
  const { engine, user } = await opened([earlier]);
  expect(field('Expéditeur')).toHaveProperty('value', '12 quai de la Fosse\n44000 Nantes');
  expect(screen.getByRole('img', { name: 'Logo, tel qu’imprimé' })).toHaveProperty('src', png);
  await user.click(screen.getByRole('button', { name: 'Retirer : Logo' }));
  await user.clear(field('Fonction'));
  await user.type(field('Fonction'), 'Conseillère');
  await user.type(field('Mentions légales'), ' au capital de 1 €');
  await user.type(field('Expéditeur'), '{Enter}Service clients');
  const see = screen.getByRole('button', { name: 'Voir en PDF' });
  await user.click(see);
  expect(engine.inputs('letters.pdf')).toEqual([]);
  await user.type(field('Nom du modèle'), 'Invitation');
  await user.type(field('Texte'), 'Bonjour');
  await user.click(see);
  await waitFor(() => expect(named).toHaveBeenCalled());
  expect(engine.inputs('letters.pdf')[0]?.template).toMatchObject({
    name: 'Invitation',
    sender: ['12 quai de la Fosse', '44000 Nantes', 'Service clients'],
    signature: 'Élodie Cœur',
    signatureTitle: 'Conseillère',
    logo: null,
    footer: 'Solvenne SA au capital de 1 €',
  });
  expect(engine.inputs('letters.save')).toEqual([]);
});

it('[LETTER-9] says a sender of too many lines and a foot that is too long at their fields', async () => {
  await opened([]);
  fireEvent.change(field('Expéditeur'), { target: { value: 'a\nb\nc\nd\ne\nf' } });
  expect(field('Expéditeur').getAttribute('aria-invalid')).toBe('true');
  fireEvent.change(field('Expéditeur'), { target: { value: 'a\nb' } });
  expect(field('Expéditeur').getAttribute('aria-invalid')).toBe('false');
  fireEvent.change(field('Mentions légales'), { target: { value: 'x'.repeat(401) } });
  expect(field('Mentions légales').getAttribute('aria-invalid')).toBe('true');
});

it('[LETTER-9] takes a picture made small, as JPEG where it stays too heavy, and says what is none', async () => {
  const { pen, given } = withCanvas();
  const { user } = await opened([]);
  const hand = screen.getByLabelText('Signature manuscrite', { selector: 'input' });
  const file = (type: string, content = 'x') => new File([content], 'nom', { type });
  await user.upload(hand, file('image/png'));
  await screen.findByRole('img', { name: 'Signature manuscrite, tel qu’imprimé' });
  expect(pen.drawImage).toHaveBeenLastCalledWith(expect.anything(), 0, 0, 1_000, 250);
  given.mockImplementation((type = 'image/png') =>
    type === 'image/png' ? png.padEnd(400_001, '=') : 'data:image/jpeg;base64,/9j/',
  );
  await user.upload(hand, file('image/png'));
  await waitFor(() =>
    expect(screen.getByRole('img', { name: /^Signature/ })).toHaveProperty(
      'src',
      'data:image/jpeg;base64,/9j/',
    ),
  );
  await user.upload(screen.getByLabelText('Logo', { selector: 'input' }), file('image/png', ''));
  expect((await screen.findByText(/ne peut pas être lue/)).role).toBe('alert');
});

it('[LETTER-9] is said in English', async () => {
  await opened([], 'en');
  for (const name of ['Sender', 'Name of who signs', 'Function', 'Legal mentions'])
    expect(field(name)).toBeDefined();
  expect(screen.getByRole('button', { name: 'See as PDF' })).toBeDefined();
});
