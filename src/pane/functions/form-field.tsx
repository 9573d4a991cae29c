import { Button, Field, Input, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useState, type JSX } from 'react';
import type { Parameter } from '../../catalogue/parameters';
import { Sourced } from '../data-book/sourced';
import { fieldWords } from './field-words';
import type { Entry, FieldView } from './form';
import { FormRows } from './form-rows';
import { rowsIn, rowsToStart, takesRows } from './rows';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  text: { flexGrow: 1, minWidth: '8em' },
  quiet: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  doubt: { display: 'block', color: tokens.colorPaletteDarkOrangeForeground1, fontSize: tokens.fontSizeBase200 },
});

interface Props {
  readonly name: string;
  readonly parameter: Parameter;
  readonly entry: Entry;
  readonly view?: FieldView;
  readonly onChange: (entry: Entry) => void;
  readonly onPick: () => void;
}

/** One input of a function: what it is, what is typed, and what is to be said of that. */
export function FormField({ name, parameter, entry, view, onChange, onPick }: Props): JSX.Element {
  const styles = useStyles();
  const { about, accepts, fallback, source, options, isRequired } = fieldWords(parameter);
  const chosen = options && typeof entry === 'string' ? optionIn(entry, options) : undefined;
  const [isFree, setFree] = useState(options !== undefined && chosen === undefined);
  const [wasAsked, ask] = useState(false);
  const isRows = typeof entry !== 'string';
  return (
    <div>
      <Field
        label={name}
        required={isRequired}
        hint={about}
        {...(view?.problem !== undefined && { validationMessage: view.problem, validationState: 'error' })}
      >
        {options && !isFree ? (
          <Select
            value={chosen ?? ''}
            onChange={(_, { value }) => {
              if (value !== ELSE) {
                onChange(value);
                return;
              }
              ask(true);
              setFree(true);
            }}
          >
            {Object.entries({ '': `${fallback} (default)`, ...options }).map(([option, means]) => (
              <option key={option} value={option}>
                {option === '' ? means : means === '' ? option : `${option}: ${means}`}
              </option>
            ))}
            <option value={ELSE}>A cell or a formula</option>
          </Select>
        ) : (
          <Input
            className={styles.text}
            value={isRows ? '' : entry}
            placeholder={isRows ? 'typed row by row below' : fallback}
            autoComplete="off"
            autoFocus={wasAsked}
            onBlur={() => options && entry === '' && setFree(false)}
            spellCheck={false}
            onChange={(_, { value }) => onChange(value)}
          />
        )}
      </Field>
      {isRows && <FormRows name={name} parameter={parameter} rows={entry} onChange={onChange} />}
      <div className={styles.line}>
        <Button
          size="small"
          aria-label={`Pick the selected cells for ${name}`}
          onClick={() => {
            if (options) setFree(true);
            onPick();
          }}
        >
          Pick
        </Button>
        {takesRows(parameter) && !isRows && (
          <Button
            size="small"
            aria-label={`Type rows of ${name}`}
            onClick={() => onChange(rowsIn(entry, parameter) ?? rowsToStart(parameter))}
          >
            Type rows
          </Button>
        )}
        {isRows && (
          <Button size="small" aria-label={`No rows of ${name}`} onClick={() => onChange('')}>
            No rows
          </Button>
        )}
      </div>
      {view?.value !== undefined && <Text className={styles.quiet}>{view.value}</Text>}
      {view?.notes.map((note) => (
        <Text key={note} className={styles.doubt}>
          {note}
        </Text>
      ))}
      {accepts !== '' && <Text className={styles.quiet}>{accepts}</Text>}
      {fallback !== '' && (
        <Text className={styles.quiet}>
          Default {fallback}
          {source !== '' && (
            <>
              , <Sourced text={source} />
            </>
          )}
        </Text>
      )}
    </div>
  );
}

/** No option is called so. */
const ELSE = '=';

/** The option that an entry is; '' where it is left to the default, undefined where it is a cell or a formula. */
function optionIn(entry: string, options: Readonly<Record<string, string>>): string | undefined {
  const word = entry
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .toUpperCase();
  return word === '' || Object.hasOwn(options, word) ? word : undefined;
}
