/** What a brand promises and allows, and how its 360 is arranged; each change saves itself. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import {
  type AnswerPromise,
  audiences,
  type BrandRules,
  type DelegationRule,
  grantKinds,
} from '@shared/domain/brand-rules/brand-rules.ts';
import { roles } from '@shared/domain/user/user.ts';
import styles from './administration.module.css';
import { ChecksField, type Option, SelectField } from './fields.tsx';
import { Sheet } from './loaded.tsx';
import { NumberField } from './number-field.tsx';

const css = styleNames(styles);

export type RulesProps = {
  readonly rules: BrandRules;
  readonly onChange: (change: Partial<BrandRules>) => void;
};

const replaced = <T,>(all: readonly T[], place: number, by: T | null): T[] =>
  all.flatMap((one, at) => (at === place ? (by === null ? [] : [by]) : [one]));

const useAudiences = (): Option[] => {
  const { t } = useText();
  return audiences.map((id) => ({ id, label: t(`admin.audience.${id}`) }));
};

const PromiseRow = ({
  promise,
  onChange,
}: {
  readonly promise: AnswerPromise;
  readonly onChange: (promise: AnswerPromise | null) => void;
}) => {
  const { t } = useText();
  const to = useAudiences();
  return (
    <li className={css('ruleRow')}>
      <SelectField
        label={t('admin.rules.audience')}
        value={promise.audience}
        options={to}
        onChange={(audience) =>
          onChange({ ...promise, audience: audience as AnswerPromise['audience'] })
        }
      />
      <NumberField
        label={t('admin.rules.withinMinutes')}
        value={promise.withinMinutes}
        from={1}
        to={100_000}
        onChange={(withinMinutes) => onChange({ ...promise, withinMinutes })}
      />
      <SelectField
        label={t('admin.rules.clock')}
        value={promise.clock}
        options={(['open', 'always'] as const).map((id) => ({
          id,
          label: t(`admin.rules.clocks.${id}`),
        }))}
        onChange={(clock) => onChange({ ...promise, clock: clock as AnswerPromise['clock'] })}
      />
      <Button size="small" onClick={() => onChange(null)}>
        {t('admin.remove')}
      </Button>
    </li>
  );
};

const firstPromise: AnswerPromise = { audience: 'vip', withinMinutes: 240, clock: 'open' };

export const PromisesSheet = ({ rules, onChange }: RulesProps) => {
  const { t } = useText();
  const { promises, escalateMinutes } = rules;
  return (
    <Sheet wide title={t('admin.rules.promises')}>
      <ul>
        {promises.map((promise, place) => (
          <PromiseRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a promise has no name but its place
            key={place}
            promise={promise}
            onChange={(by) => onChange({ promises: replaced(promises, place, by) })}
          />
        ))}
      </ul>
      <div className={css('under')}>
        <Button
          size="small"
          icon="plus"
          onClick={() => onChange({ promises: [...promises, firstPromise] })}
        >
          {t('admin.rules.addPromise')}
        </Button>
        <NumberField
          label={t('admin.rules.escalate')}
          value={escalateMinutes}
          from={0}
          to={10_000}
          onChange={(minutes) => onChange({ escalateMinutes: minutes })}
        />
      </div>
    </Sheet>
  );
};

const DelegationRow = ({
  rule,
  onChange,
}: {
  readonly rule: DelegationRule;
  readonly onChange: (rule: DelegationRule | null) => void;
}) => {
  const { t } = useText();
  const to = useAudiences();
  const euros = (field: 'upToCents' | 'askUpToCents') => (
    <NumberField
      label={t(`admin.rules.${field}`)}
      value={rule[field] / 100}
      from={0}
      to={1_000_000}
      onChange={(amount) => onChange({ ...rule, [field]: Math.round(amount * 100) })}
    />
  );
  return (
    <li className={css('ruleRow')}>
      <SelectField
        label={t('admin.rules.grant')}
        value={rule.kind}
        options={grantKinds.map((id) => ({ id, label: t(`admin.rules.grants.${id}`) }))}
        onChange={(kind) => onChange({ ...rule, kind: kind as DelegationRule['kind'] })}
      />
      <SelectField
        label={t('admin.rules.audience')}
        value={rule.audience}
        options={to}
        onChange={(audience) =>
          onChange({ ...rule, audience: audience as DelegationRule['audience'] })
        }
      />
      {euros('upToCents')}
      {euros('askUpToCents')}
      <Button size="small" onClick={() => onChange(null)}>
        {t('admin.remove')}
      </Button>
      <ChecksField
        label={t('admin.rules.roles')}
        {...(rule.reasonCodes.length === 0
          ? {}
          : { hint: t('admin.rules.onlyFor', { reasons: rule.reasonCodes.join(', ') }) })}
        chosen={rule.roles}
        options={roles.map((id) => ({ id, label: t(`admin.role.${id}`) }))}
        onChange={(chosen) =>
          // The last one stays: a rule for nobody is removed, not emptied.
          chosen.length > 0 && onChange({ ...rule, roles: chosen as DelegationRule['roles'] })
        }
      />
    </li>
  );
};

const firstDelegation: DelegationRule = {
  kind: 'gesture',
  roles: ['advisor'],
  audience: 'anyone',
  reasonCodes: [],
  upToCents: 0,
  askUpToCents: 0,
};

export const DelegationsSheet = ({ rules: { delegations }, onChange }: RulesProps) => {
  const { t } = useText();
  return (
    <Sheet wide title={t('admin.rules.delegations')}>
      <ul>
        {delegations.map((rule, place) => (
          <DelegationRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no name but its place
            key={place}
            rule={rule}
            onChange={(by) => onChange({ delegations: replaced(delegations, place, by) })}
          />
        ))}
      </ul>
      <p className={css('under')}>
        <Button
          size="small"
          icon="plus"
          onClick={() => onChange({ delegations: [...delegations, firstDelegation] })}
        >
          {t('admin.rules.addDelegation')}
        </Button>
      </p>
    </Sheet>
  );
};
