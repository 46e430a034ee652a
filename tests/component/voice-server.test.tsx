import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openApp } from './support/open-app.tsx';
import { callWith, talkingCall, talkingWork, workWith } from './support/slices.ts';

const ivr = {
  steps: [
    { kind: 'menu' as const, prompt: null, value: '2', label: 'commande livrée' },
    { kind: 'digits' as const, prompt: null, value: '44712086', label: null },
  ],
  reasonCode: 'livraison',
};

describe('what was said to the voice server', () => {
  it.each([
    ['fr', 'Déjà dit au serveur vocal : commande livrée, n° 44712086'],
    ['en', 'Already told to the voice server: commande livrée, no. 44712086'],
  ] as const)('[IVR-6] in %s she reads it while it rings', async (language, words) => {
    openApp({ language, slices: { calls: [callWith()], work: [workWith({ ivr })] } });
    const line = await screen.findByText(/commande livrée/, { selector: 'b' });
    expect(line.parentElement?.textContent).toBe(words);
  });

  it('[IVR-6] and while she talks', async () => {
    openApp({ slices: { calls: [talkingCall()], work: [talkingWork({ ivr })] } });
    const line = await screen.findByText(/commande livrée/, { selector: 'b' });
    expect(line.parentElement?.textContent).toContain('n° 44712086');
  });

  it('[IVR-6] also of somebody whom nobody knows, once beside what the call says', async () => {
    const match = { status: 'none', lookup: 'not-found' } as const;
    openApp({
      slices: { calls: [callWith()], work: [workWith({ ivr, match, customerId: null })] },
    });
    const column = await screen.findByRole('region', { name: 'Fiche du client' });
    expect(within(column).queryByText(/commande livrée/)).not.toBeNull();
  });
});
