/** One customer with two cards: what the screen of duplicates is for. */
import { bundle, person, place, relation } from './telling.ts';

/** The simulator of the web site made a second card of him, with his names swapped. */
const again = person('gilles-armand-web', {
  civility: 'm',
  firstName: 'ARMAND',
  lastName: 'GILLES',
  phones: [],
  emails: ['Gilles.Armand@exemple.fr'],
  address: place('19, r. de Chatillon', '35000', 'RENNES', '35238'),
  relations: [relation('solvenne', '2026-10-02', 0, { segment: 'new' })],
});

export const armandAgain = bundle(again, {});
