/** What each column of the file becomes, and how it was read. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { fieldsOf, type ImportField } from '@shared/domain/import/field.ts';
import { isOwnColumn } from '@shared/domain/import/propose-mapping.ts';
import { type Column, ColumnReading, needsText } from './column-reading.tsx';
import { ConsentTexts } from './consent-texts.tsx';
import styles from './imports.module.css';
import type { ImportDesk } from './use-imports.ts';

const css = styleNames(styles);
const none = '';

const ColumnRow = ({ desk, column }: { readonly desk: ImportDesk; readonly column: Column }) => {
  const { t } = useText();
  const { view } = desk;
  const choose = (value: string) => {
    const field = fieldsOf[view.kind].find((one) => one === value) ?? null;
    // A field that another column had is taken from it.
    const former = view.columns.find((one) => field !== null && one.field === field);
    const columns: Record<string, ImportField | null> = { [column.header]: field };
    if (former !== undefined && former.header !== column.header) columns[former.header] = null;
    void desk.map({ columns, constants: view.constants });
  };
  const locked = view.state !== 'ready' && view.state !== 'tried';
  return (
    <tr className={css(column.field === null && 'out')}>
      <th scope="row">{column.header}</th>
      <td className={css('example')}>{column.example}</td>
      <td>
        <select
          aria-label={t('imports.becomesOf', { header: column.header })}
          value={column.field ?? none}
          disabled={locked}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value={none}>{t('imports.leaveOut')}</option>
          {fieldsOf[view.kind].map((field) => (
            <option key={field} value={field}>
              {t(`imports.field.${field}`)}
            </option>
          ))}
        </select>
      </td>
      <td>
        <ColumnReading view={view} column={column} />
      </td>
    </tr>
  );
};

const Notes = ({ desk }: { readonly desk: ImportDesk }) => {
  const { t } = useText();
  const { view } = desk;
  const { sheet = null, otherSheets = [] } = view.shape ?? {};
  const missing = view.missing.map((group) =>
    group.map((field) => t(`imports.field.${field}`)).join(t('imports.or')),
  );
  return (
    <>
      {missing.length === 0 ? null : (
        <p className={css('notice', 'danger')} role="alert">
          <Icon name="alert" size={17} />
          {t('imports.missing', { fields: missing.join(', ') })}
        </p>
      )}
      {view.remembered ? <p className={css('quiet')}>{t('imports.remembered')}</p> : null}
      {sheet === null || otherSheets.length === 0 ? null : (
        <p className={css('quiet')}>
          {t('imports.sheetRead', { sheet, others: otherSheets.join(', ') })}
        </p>
      )}
      {view.counts.unproved === 0 ? null : (
        <p className={css('quiet')}>{t('imports.unproved', { lines: view.counts.unproved })}</p>
      )}
    </>
  );
};

export const ColumnsSheet = ({ desk }: { readonly desk: ImportDesk }) => {
  const { t } = useText();
  const { view } = desk;
  return (
    <section className={css('sheet', 'columns')} aria-label={t('imports.columns')}>
      <h2>{t('imports.columns')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('imports.inFile')}</th>
            <th scope="col">{t('imports.example')}</th>
            <th scope="col">{t('imports.becomes')}</th>
            <th scope="col">{t('imports.reading')}</th>
          </tr>
        </thead>
        <tbody>
          {view.columns
            .filter(({ header }) => !isOwnColumn(header))
            .map((column) => (
              <ColumnRow key={column.header} desk={desk} column={column} />
            ))}
        </tbody>
      </table>
      {needsText(view) && view.state !== 'done' ? <ConsentTexts desk={desk} /> : null}
      <Notes desk={desk} />
    </section>
  );
};
