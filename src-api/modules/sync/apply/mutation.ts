/** Which rule applies which kind of mutation; the compiler names a forgotten kind. */

import { putFavourite } from '@api/modules/favourites/repository.ts';
import { addAdvisorState } from '@api/modules/presence/repository.ts';
import type { MutationBody } from '@shared/contracts/sync/mutation.ts';
import { bookAppointment } from './appointments.ts';
import { noteArticle } from './articles.ts';
import { createCallback, finishCallback } from './callbacks.ts';
import { advanceCase, openCase } from './cases.ts';
import { changeCustomer, createCustomer, recordConsent } from './customers.ts';
import { keepDecision } from './dial-decisions.ts';
import { recordGrant } from './grants.ts';
import { recordInteraction, wrapUpInteraction } from './interactions.ts';
import { type Applied, type Applying, accepted } from './outcome.ts';
import { noteSeen } from './seen.ts';

export const applyMutation = async (applying: Applying, body: MutationBody): Promise<Applied> => {
  switch (body.kind) {
    case 'interaction.record':
      return recordInteraction(applying, body.payload);
    case 'interaction.wrap-up':
      return wrapUpInteraction(applying, body.payload);
    case 'customer.create':
      return createCustomer(applying, body.payload);
    case 'customer.change':
      return changeCustomer(applying, body.payload);
    case 'case.open':
      return openCase(applying, body.payload);
    case 'case.advance':
      return advanceCase(applying, body.payload);
    case 'callback.create':
      return createCallback(applying, body.payload);
    case 'callback.close':
      return finishCallback(applying, body.payload);
    case 'grant.record':
      return recordGrant(applying, body.payload);
    case 'appointment.book':
      return bookAppointment(applying, body.payload);
    case 'consent.record':
      return recordConsent(applying, body.payload);
    case 'advisor.state': {
      const { tx, user, mutationId, at } = applying;
      await addAdvisorState(tx, { ...body.payload, mutationId, userId: user.id, at });
      return accepted;
    }
    case 'dial.decided':
      return keepDecision(applying, body.payload);
    case 'customer.seen':
      return noteSeen(applying, body.payload);
    case 'article.told':
      return noteArticle(applying, body.payload);
    case 'favourite.set':
      await putFavourite(applying.tx, applying.user.id, body.payload);
      return accepted;
  }
};
