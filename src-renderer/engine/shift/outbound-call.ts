/** What is said of a call that she makes: to her screens, and to the switch. */
import type { CallView } from '@shared/contracts/engine/views.ts';
import type { LineSettings } from '@shared/contracts/http/auth.ts';
import type { BrandNumber } from '@shared/domain/brand/brand.ts';
import { presentedBy } from '@shared/domain/law/facts-of-call.ts';
import type { IncomingHeaders } from '../telephony/line.ts';
import type { DialRequest } from './dial-request.ts';
import type { Dialable } from './dialable.ts';

type Call = { readonly id: string; readonly brandId: string };
type Known = {
  readonly numbers: readonly BrandNumber[];
  readonly line: LineSettings | null;
  /** The number that its campaign presents; null: the brand's first. */
  readonly presented: string | null;
};

/** The same of a call that came in: all of one that the hub dialled, or the name that the switch says. */
export const campaignOf = ({ campaign, dialled }: IncomingHeaders) =>
  dialled === undefined
    ? { campaign: campaign?.slice(0, 80) }
    : {
        ...factsOfCampaign({
          id: dialled.campaignId,
          name: dialled.campaignName,
          scriptId: dialled.scriptId,
        }),
        purpose: dialled.purpose,
      };

/** How it begins here. One that the hub dialled rings, and yet it is the brand that calls. */
export const comingOf = ({
  dialled,
}: IncomingHeaders): Pick<CallView, 'direction' | 'putThrough' | 'campaign'> =>
  dialled === undefined
    ? { direction: 'inbound' }
    : { direction: 'outbound', putThrough: true, campaign: dialled.campaignName };

/** What the work item keeps of the campaign that it is an attempt of. */
export const factsOfCampaign = (
  campaign: Pick<NonNullable<DialRequest['campaign']>, 'id' | 'name' | 'scriptId'> | undefined,
) =>
  campaign === undefined
    ? {}
    : {
        campaign: campaign.name.slice(0, 80),
        campaignId: campaign.id,
        ...(campaign.scriptId === null ? {} : { campaignScript: campaign.scriptId }),
      };

export const outboundOf = (
  { id, brandId }: Call,
  { e164: number, display: numberDisplay }: Dialable,
  { numbers, line, presented: asked }: Known,
) => {
  const own = presentedBy(numbers, brandId);
  const presented =
    asked === null || asked === own?.e164
      ? own
      : { e164: asked, label: numbers.find(({ e164 }) => e164 === asked)?.label ?? null };
  const headers = [`X-Brand: ${brandId}`, `X-Call-Uid: ${id}`];
  if (presented !== null)
    headers.push(`P-Preferred-Identity: <sip:${presented.e164}@${line?.domain ?? ''}>`);
  const about = {
    id,
    brandId,
    direction: 'outbound' as const,
    number,
    numberDisplay,
    calledLabel: presented?.label ?? null,
    training: line?.training ?? false,
  };
  return { about, headers, calledNumber: presented?.e164 ?? null };
};
