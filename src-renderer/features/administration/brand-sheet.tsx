/** How a brand looks and what it asks for: each change is seen at once and saves itself. */

import { formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { BrandBlock } from '@renderer/ui/parts/brand-block.tsx';
import { BrandMark } from '@renderer/ui/parts/brand-mark.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { contrastRatio, deriveBrandColors } from '@renderer/ui/theme/brand-colors.ts';
import type { BrandChange } from '@shared/contracts/http/brands.ts';
import { type Brand, brandSchema } from '@shared/domain/brand/brand.ts';
import { type ReactNode, useId, useState } from 'react';
import styles from './administration.module.css';
import { degreesFromAlarm, leastDegreesFromAlarm } from './alarm-hue.ts';
import { ChecksField, TextField } from './fields.tsx';
import { checkForm, noneWrong } from './form-errors.ts';
import { Sheet } from './loaded.tsx';
import { useAdministration } from './use-administration.tsx';

const css = styleNames(styles);
const rainbow = `linear-gradient(90deg, ${Array.from({ length: 25 }, (_, step) => `oklch(0.6 0.14 ${step * 15})`).join(', ')})`;

const Fact = ({ good, children }: { readonly good: boolean; readonly children: ReactNode }) => (
  <p className={css('fact', !good && 'bad')}>
    <Icon name={good ? 'check' : 'alert'} size={16} />
    <span>{children}</span>
  </p>
);

const Facts = ({ hue, chroma }: Pick<Brand, 'hue' | 'chroma'>) => {
  const { t, language } = useText();
  const colors = deriveBrandColors(hue, chroma, 'light');
  const ratio = (one: string, other: string) =>
    `${formatNumber(contrastRatio(one, other), language, 1)}:1`;
  const degrees = Math.round(degreesFromAlarm(hue));
  return (
    <>
      <Fact good>
        {t('admin.look.contrast', {
          solid: ratio('#ffffff', colors.solid),
          text: ratio(colors.text, '#ffffff'),
        })}
      </Fact>
      <Fact good={degrees >= leastDegreesFromAlarm}>
        {t('admin.look.alarm', { degrees, least: leastDegreesFromAlarm })}
      </Fact>
    </>
  );
};

const Slider = ({
  label,
  value,
  max,
  step,
  background,
  onSlide,
  onDone,
}: {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly step: number;
  readonly background?: string;
  readonly onSlide: (value: number) => void;
  readonly onDone: () => void;
}) => {
  const id = useId();
  return (
    <div className={css('field')}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        className={css(background !== undefined && 'hue')}
        style={background === undefined ? undefined : { background }}
        min={0}
        max={max}
        step={step}
        value={value}
        onChange={(event) => onSlide(Number(event.currentTarget.value))}
        onPointerUp={onDone}
        onKeyUp={onDone}
        onBlur={onDone}
      />
    </div>
  );
};

const textsOf = (brand: Brand) => ({
  name: brand.name,
  monogram: brand.monogram,
  wrapUpSeconds: String(brand.wrapUpSeconds),
});

/** What differs from the brand as the hub holds it, or which field is wrong. */
const useBrandDraft = (brand: Brand) => {
  const { act } = useAdministration();
  const [draft, setDraft] = useState({ ...brand, ...textsOf(brand) });
  const [wrong, setWrong] = useState(noneWrong);
  const [saved, setSaved] = useState<Brand>(brand);
  const save = async (now = draft) => {
    const checked = checkForm(brandSchema, { ...now, wrapUpSeconds: Number(now.wrapUpSeconds) });
    const tooNear = degreesFromAlarm(now.hue) < leastDegreesFromAlarm;
    setWrong(checked.ok ? noneWrong : checked.wrong);
    if (!checked.ok || tooNear) return;
    const { id: brandId, ...all } = checked.value;
    const change = Object.fromEntries(
      Object.entries(all).filter(([field, value]) => saved[field as keyof Brand] !== value),
    ) as BrandChange;
    if (Object.keys(change).length === 0) return;
    const done = await act('admin.change-brand', { brandId, change });
    if (done.ok) setSaved(done.value);
  };
  return {
    draft,
    wrong,
    set: (part: Partial<typeof draft>) => setDraft({ ...draft, ...part }),
    save,
  };
};
type Desk = ReturnType<typeof useBrandDraft>;

const required = ['reasonRequired', 'dispositionRequired'] as const;

const Texts = ({ desk: { draft, wrong, set, save } }: { readonly desk: Desk }) => {
  const { t } = useText();
  const text = (name: 'name' | 'monogram' | 'wrapUpSeconds') => (
    <TextField
      label={t(`admin.look.${name}`)}
      type={name === 'wrapUpSeconds' ? 'number' : 'text'}
      value={draft[name]}
      wrong={wrong.has(name)}
      onChange={(value) => set({ [name]: value })}
      onDone={() => void save()}
    />
  );
  return (
    <div className={css('form')}>
      {text('name')}
      {text('monogram')}
      {text('wrapUpSeconds')}
      <ChecksField
        label={t('admin.look.wrapUp')}
        chosen={required.filter((one) => draft[one])}
        options={required.map((id) => ({ id, label: t(`admin.look.${id}`) }))}
        onChange={(chosen) => {
          const next = Object.fromEntries(required.map((one) => [one, chosen.includes(one)]));
          const now = { ...draft, ...next };
          set(now);
          void save(now);
        }}
      />
    </div>
  );
};

export const BrandSheet = ({
  brand,
  look = 'full',
  children,
}: {
  readonly brand: Brand;
  readonly look?: 'full' | 'glance';
  readonly children?: ReactNode;
}) => {
  const { t } = useText();
  const desk = useBrandDraft(brand);
  const { draft, set, save } = desk;
  // Not the id: a preview is of the colours as they are chosen now.
  const preview = { ...draft, id: 'preview' };
  return (
    <Sheet
      wide={look === 'full'}
      title={
        <>
          <BrandMark brand={preview} size="small" />
          {draft.name}
        </>
      }
    >
      <div className={css('brand')}>
        <div>
          <Slider
            label={t('admin.look.hue')}
            value={draft.hue}
            max={360}
            step={1}
            background={rainbow}
            onSlide={(hue) => set({ hue })}
            onDone={() => void save()}
          />
          <Slider
            label={t('admin.look.chroma')}
            value={draft.chroma}
            max={0.15}
            step={0.01}
            onSlide={(chroma) => set({ chroma })}
            onDone={() => void save()}
          />
          <Facts hue={draft.hue} chroma={draft.chroma} />
        </div>
        <BrandBlock brand={preview} caption={t('admin.look.caption')} look="filled" />
      </div>
      {look === 'full' ? <Texts desk={desk} /> : null}
      {children}
    </Sheet>
  );
};
