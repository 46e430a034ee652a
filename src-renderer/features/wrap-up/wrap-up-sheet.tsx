/** How the call ended and what follows from it: everything kept at each keystroke. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useCustomer, useDraft } from '@renderer/platform/store/services.tsx';
import { useCampaignOutcomes } from '@renderer/platform/store/use-campaign-outcomes.ts';
import { useBrand, useWrapUpTables } from '@renderer/platform/store/use-reference.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import type { CustomerCase } from '@shared/domain/customer/customer.ts';
import type { Outcome } from '@shared/domain/interaction/interaction.ts';
import type { ReactNode } from 'react';
import { DispositionPicker } from './disposition-picker.tsx';
import { FollowUps } from './follow-ups.tsx';
import { ReasonSelect } from './reason-select.tsx';
import styles from './wrap-up.module.css';

const css = styleNames(styles);
const noCases: readonly CustomerCase[] = [];

/** The exact cause is said where it says more than the outcome: a number that is not in service. */
const NotTalked = ({
  outcome,
  failure,
}: {
  readonly outcome: Outcome;
  readonly failure: WorkItem['failure'];
}) => {
  const { t } = useText();
  const cause = outcome === 'failed' && failure !== null ? t(`error.${failure}`) : null;
  return (
    <p className={css('notTalked')}>
      <Icon name="missed" />
      <span>
        <b>{cause ?? t(`outcome.${outcome}`)}</b> {t('wrapUp.notTalked')}
      </span>
    </p>
  );
};

export const WrapUpSheet = ({
  work,
  saved,
  said,
}: {
  readonly work: WorkItem;
  /** Where what she typed is kept. */
  readonly saved: ReactNode;
  /** What the speech sends along, and what was said of it. */
  readonly said?: ReactNode;
}) => {
  const { t } = useText();
  const { draft, edit } = useDraft(work);
  const brand = useBrand(work.brandId);
  const { reasons, dispositions } = useWrapUpTables(work.brandId);
  const cases =
    useCustomer(work.customerId)?.bundle.cases.filter((one) => one.status !== 'closed') ?? noCases;
  return (
    <div className={css('sheet')}>
      <header className={css('head')}>
        <h2>{t('wrapUp.question')}</h2>
        <i />
        {saved}
      </header>
      {work.answeredAt === null && work.outcome !== null ? (
        <NotTalked outcome={work.outcome} failure={work.failure} />
      ) : null}
      <DispositionPicker
        all={dispositions}
        first={useCampaignOutcomes(work.campaignId)}
        code={draft.dispositionCode}
        onChoose={(dispositionCode) => edit((current) => ({ ...current, dispositionCode }))}
      />
      <ReasonSelect
        reasons={reasons}
        code={draft.reasonCode}
        need={brand?.reasonRequired === true ? 'required' : 'optional'}
        onChoose={(reasonCode) => edit((current) => ({ ...current, reasonCode }))}
      />
      <h3 className={css('sub')}>{t('wrapUp.leaves')}</h3>
      <FollowUps work={work} cases={cases} />
      {said}
    </div>
  );
};
