/** How satisfied she was: at the contact that it is about, and at the answer itself what that was. */
import { formatShortDay } from '@renderer/platform/i18n/format-time.ts';
import type { Words } from '@renderer/platform/i18n/use-text.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import styles from './timeline.module.css';
import type { TimelineRow } from './timeline-rows.ts';

const css = styleNames(styles);
type Row = Pick<Extract<TimelineRow, { type: 'entry' }>, 'interaction' | 'rated' | 'about'>;

const Score = ({
  of,
  after,
  words: { t },
}: {
  readonly of: Interaction;
  readonly after: string | null;
  readonly words: Words;
}) => {
  if (of.satisfaction == null) return null;
  const { score, scale } = of.satisfaction;
  return (
    <span className={css('flag', 'rating')}>
      <Icon name="star" size={14} />
      {[t('survey.score', { score, max: scale.max }), after].filter(Boolean).join(', ')}
    </span>
  );
};

export const Rating = ({ row, words }: { readonly row: Row; readonly words: Words }) => {
  const { t, language } = words;
  const { interaction, rated, about } = row;
  const told = (key: 'answered' | 'about', one: Interaction) =>
    t(`survey.${key}`, {
      channel: t(`channel.${one.channel}`),
      day: formatShortDay(one.startedAt, language),
    });
  if (rated !== null) return <Score of={rated} after={told('answered', rated)} words={words} />;
  const after = about === null ? null : told('about', about);
  return <Score of={interaction} after={after} words={words} />;
};
