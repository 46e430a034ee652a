/** Of which days and brand, and by what: the digits choose the cut, P the next period, M the next brand. */

import { TextField } from '@renderer/platform/form/fields.tsx';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useBrands } from '@renderer/platform/store/use-reference.ts';
import { BrandMark } from '@renderer/ui/parts/brand-mark.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type Days, figurePeriods } from '@shared/domain/campaign/figure-period.ts';
import { Choice, nextOf } from './choice.tsx';
import styles from './figures.module.css';
import type { Span } from './use-all-figures.ts';

const css = styleNames(styles);
const all = 'all';
/** More brands than these are chosen from a list. */
const sideBySide = 6;

type Props = { readonly chosen: Span; readonly onChoose: (part: Partial<Span>) => void };

const BrandChoice = ({ chosen, onChoose }: Props) => {
  const { t } = useText();
  const brands = useBrands();
  const ids = [all, ...brands.map(({ id }) => id)];
  const current = chosen.brandId ?? all;
  const choose = (id: string) => onChoose({ brandId: id === all ? null : id });
  useKeys([{ key: 'm', whileTyping: 'rests', act: () => choose(nextOf(ids, current)) }]);
  if (brands.length < 2) return null;
  if (brands.length > sideBySide)
    return (
      <select
        className={css('brands')}
        aria-label={t('figures.brand')}
        aria-keyshortcuts="M"
        value={current}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value={all}>{t('figures.allBrands')}</option>
        {brands.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    );
  return (
    <Choice
      label={t('figures.brand')}
      keyCap="M"
      chosen={current}
      onChoose={choose}
      options={[
        { name: all, words: t('figures.allBrands') },
        ...brands.map((brand) => ({
          name: brand.id,
          words: <BrandMark brand={brand} size="small" />,
        })),
      ]}
    />
  );
};

export const PeriodChoice = ({ chosen, asked, onChoose }: Props & { readonly asked: Days }) => {
  const { t } = useText();
  const { period } = chosen;
  const { from, to } = asked;
  const choose = (next: Span['period']) =>
    onChoose({ period: next, own: next === 'own' ? { from, to } : chosen.own });
  useKeys([{ key: 'p', whileTyping: 'rests', act: () => choose(nextOf(figurePeriods, period)) }]);
  const own = chosen.own ?? { from, to };
  /** While a date is being typed it is none. */
  const change = (part: Partial<typeof own>) => {
    const next = { ...own, ...part };
    if (next.from !== '' && next.to !== '') onChoose({ own: next });
  };
  return (
    <>
      <Choice
        label={t('figures.period')}
        keyCap="P"
        chosen={period}
        onChoose={choose}
        options={figurePeriods.map((name) => ({ name, words: t(`figures.periods.${name}`) }))}
      />
      {period === 'own' ? (
        <div className={css('dates')}>
          <TextField
            label={t('figures.from')}
            type="date"
            value={own.from}
            onChange={(value) => change({ from: value })}
          />
          <TextField
            label={t('figures.to')}
            type="date"
            value={own.to}
            onChange={(value) => change({ to: value })}
          />
        </div>
      ) : null}
      <BrandChoice chosen={chosen} onChoose={onChoose} />
    </>
  );
};

export const CutChoice = <Cut extends string>({
  cuts,
  chosen,
  onChoose,
}: {
  readonly cuts: readonly Cut[];
  readonly chosen: Cut;
  readonly onChoose: (cut: Cut) => void;
}) => {
  const { t } = useText();
  useKeys(
    cuts.map((by, place) => ({
      key: `Digit${place + 1}`,
      whileTyping: 'rests' as const,
      act: () => onChoose(by),
    })),
  );
  return (
    <Choice
      label={t('planning.results.by')}
      chosen={chosen}
      onChoose={onChoose}
      options={cuts.map((name, place) => ({
        name,
        words: t(`figures.cut.${name}`),
        keyCap: String(place + 1),
      }))}
    />
  );
};
