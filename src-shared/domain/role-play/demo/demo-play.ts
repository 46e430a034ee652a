/** A role-play of the demo; its id is made from its key. */
import type { RolePlayDraft } from '../role-play.ts';

export type DemoPlay = RolePlayDraft & { readonly key: string };
