import type { SettingChange, SettingView, TierName } from "../contract/generated";
import { tierLabel, tierOrder } from "../vendor/words";
import classes from "./Policy.module.css";
import { draftValue, type PolicySection, unitText } from "./rows";
import { SettingCell } from "./SettingCell";

interface PolicyTableProps {
  section: PolicySection;
  changes: readonly SettingChange[];
  onChange: ((setting: SettingView, value: unknown) => void) | undefined;
}

/** The settings of one section: a row for each rule, a column for each class. */
export function PolicyTable({ section, changes, onChange }: PolicyTableProps) {
  const columns: readonly (TierName | "all")[] = section.byTier ? tierOrder : ["all"];
  return (
    <table className={classes.table} data-by-tier={section.byTier || undefined} aria-label={section.title}>
      <thead>
        <tr>
          <th scope="col">{section.head}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column === "all" ? "Value" : tierLabel[column]}
            </th>
          ))}
          <th scope="col">Comes from</th>
        </tr>
      </thead>
      <tbody>
        {section.rows.map((row) => {
          const [first] = Object.values(row.cells);
          return (
            <tr key={row.key}>
              <th scope="row">{`${row.label}${first ? unitText(first) : ""}`}</th>
              {columns.map((column) => {
                const setting = row.cells[column];
                return (
                  <td key={column}>
                    {setting && (
                      <SettingCell
                        setting={setting}
                        label={column === "all" ? row.label : `${row.label}, ${tierLabel[column].toLowerCase()}`}
                        value={draftValue(setting, changes)}
                        onChange={onChange && ((value) => onChange(setting, value))}
                      />
                    )}
                  </td>
                );
              })}
              <td className={classes.source} title={row.source}>
                {row.source}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
