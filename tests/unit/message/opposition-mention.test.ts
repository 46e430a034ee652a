import { saysHowToOppose } from '@shared/domain/message/opposition-mention.ts';
import { expect, it } from 'vitest';

it('[SEQ-15] a way to oppose is STOP with where it goes, or as the answer', () => {
  for (const text of [
    'Offre. STOP au 36123',
    'Offre. Stop SMS 36 123',
    'Offre. STOP au 3 61 23.',
    'Répondez STOP pour ne plus en recevoir',
    'Repondre stop',
    'Reply STOP to end',
    'Text STOP to end',
  ])
    expect(saysHowToOppose(text), text).toBe(true);
  for (const text of [
    '',
    'Offre au 36123',
    'Stop ! Nos prix fondent.',
    'STOP',
    'Stoppez au 36123',
    'Non-stop, dès 1999 €',
  ])
    expect(saysHowToOppose(text), text).toBe(false);
});
