/** Whom it is for: where they live, what they are to the brand, and what is known of them. */

import {
  ChecksField,
  NumberField,
  SelectField,
  TextField,
} from '@renderer/platform/form/fields.tsx';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Audience } from '@shared/domain/campaign/audience.ts';
import { segments } from '@shared/domain/customer/customer.ts';
import { useState } from 'react';
import styles from '../campaigns.module.css';

const css = styleNames(styles);
const ways = ['everybody', 'departments', 'area'] as const;
const vips = ['any', 'yes', 'no'] as const;
const million = 1_000_000;

/** `35, 22 56` as departments; null: something else is among them. */
const readDepartments = (text: string): string[] | null => {
  const parts = text
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((part) => part !== '');
  return parts.every((part) => /^[0-9][0-9AB][0-9]?$/.test(part)) ? [...new Set(parts)] : null;
};

const Departments = ({
  audience,
  onChange,
}: {
  readonly audience: Audience;
  readonly onChange: (part: Partial<Audience>) => void;
}) => {
  const { t } = useText();
  const [typed, setTyped] = useState(audience.departments.join(', '));
  const read = readDepartments(typed);
  return (
    <TextField
      label={t('planning.audience.departments')}
      value={typed}
      wrong={read === null}
      hint={t(read === null ? 'planning.audience.departmentsWrong' : 'planning.audience.example')}
      onChange={(text) => {
        setTyped(text);
        const departments = readDepartments(text);
        if (departments !== null) onChange({ departments });
      }}
    />
  );
};

const Known = ({
  audience,
  onChange,
}: {
  readonly audience: Audience;
  readonly onChange: (part: Partial<Audience>) => void;
}) => {
  const { t } = useText();
  const { bought, vip, minValueCents, minScore } = audience;
  const vipShown = vip === null ? 'any' : vip ? 'yes' : 'no';
  return (
    <div className={css('grid')}>
      <SelectField
        label={t('planning.audience.bought')}
        value={bought}
        options={(['any', 'never'] as const).map((id) => ({
          id,
          label: t(`planning.audience.boughtIs.${id}`),
        }))}
        onChange={(value) => onChange({ bought: value === 'never' ? 'never' : 'any' })}
      />
      <SelectField
        label={t('planning.audience.vip')}
        value={vipShown}
        options={vips.map((id) => ({ id, label: t(`planning.audience.vipIs.${id}`) }))}
        onChange={(value) => onChange({ vip: value === 'any' ? null : value === 'yes' })}
      />
      <NumberField
        label={t('planning.audience.minValue')}
        value={minValueCents === null ? null : minValueCents / 100}
        from={0}
        to={million}
        empty="allowed"
        onChange={(value) =>
          onChange({ minValueCents: value === null ? null : Math.round(value * 100) })
        }
      />
      <NumberField
        label={t('planning.audience.minScore')}
        hint={t('planning.audience.scoreWhat')}
        value={minScore === null ? null : Math.round(minScore * 100)}
        from={0}
        to={100}
        empty="allowed"
        onChange={(value) => onChange({ minScore: value === null ? null : value / 100 })}
      />
    </div>
  );
};

/** Where they live: of the three ways only the chosen one asks for more. */
export const WayChoice = ({
  audience,
  onChange,
}: {
  readonly audience: Audience;
  readonly onChange: (part: Partial<Audience>) => void;
}) => {
  const { t } = useText();
  return (
    <fieldset className={css('filter', 'wide')} aria-label={t('planning.audience.by')}>
      {ways.map((by) => (
        <button
          key={by}
          type="button"
          aria-pressed={by === audience.by}
          onClick={() => onChange({ by })}
        >
          {t(`planning.audience.way.${by}`)}
        </button>
      ))}
    </fieldset>
  );
};

export const AudienceForm = ({
  audience,
  onChange,
}: {
  readonly audience: Audience;
  readonly onChange: (part: Partial<Audience>) => void;
}) => {
  const { t } = useText();
  return (
    <>
      {audience.by === 'departments' ? (
        <Departments audience={audience} onChange={onChange} />
      ) : null}
      <ChecksField
        label={t('planning.audience.segments')}
        hint={t('planning.audience.segmentsNone')}
        chosen={audience.segments}
        options={segments.map((id) => ({ id, label: t(`because.segments.${id}`) }))}
        onChange={(chosen) =>
          onChange({ segments: segments.filter((one) => chosen.includes(one)) })
        }
      />
      <Known audience={audience} onChange={onChange} />
    </>
  );
};
