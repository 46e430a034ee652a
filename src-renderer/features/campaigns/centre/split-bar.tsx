/** Parts of a time as one bar, and the same in words; its width is its share of the longest. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import styles from './centre.module.css';

const css = styleNames(styles);

export const stateParts = ['ready', 'busy', 'wrapUpState', 'doNotDisturb', 'pause'] as const;
export const callParts = ['talk', 'hold', 'wrapUp'] as const;
export type PartName = (typeof stateParts)[number] | (typeof callParts)[number];
export type Part = { readonly name: PartName; readonly seconds: number };

/** What each colour is. */
export const Legend = ({ names }: { readonly names: readonly PartName[] }) => {
  const { t } = useText();
  return (
    <ul className={css('legend')}>
      {names.map((name) => (
        <li key={name}>
          <i className={css(name)} aria-hidden="true" />
          {t(`figures.centre.part.${name}`)}
        </li>
      ))}
    </ul>
  );
};

/** `named`: each part with its word; `brief`: in the order of the legend, where that is said. */
export const SplitBar = ({
  parts,
  longestS,
  words = 'named',
  write,
}: {
  readonly parts: readonly Part[];
  readonly longestS: number;
  readonly words?: 'named' | 'brief';
  readonly write: (ms: number) => string;
}) => {
  const { t } = useText();
  const there = parts.filter(({ seconds }) => seconds > 0);
  const whole = there.reduce((sum, { seconds }) => sum + seconds, 0);
  const said =
    words === 'brief'
      ? parts.map(({ seconds }) => write(seconds * 1000))
      : there.map(({ name, seconds }) =>
          t('figures.centre.partOf', {
            what: t(`figures.centre.part.${name}`),
            time: write(seconds * 1000),
          }),
        );
  return (
    <span className={css('split')}>
      <span className={css('bar')} aria-hidden="true">
        <span style={{ inlineSize: `${longestS === 0 ? 0 : (100 * whole) / longestS}%` }}>
          {there.map(({ name, seconds }) => (
            <i key={name} className={css(name)} style={{ flexGrow: seconds }} />
          ))}
        </span>
      </span>
      <small>{said.join(' · ')}</small>
    </span>
  );
};
