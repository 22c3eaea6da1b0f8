/** The steps on the chosen make of router. Which one is open stands in the address, so that it can be linked to. */
import { useId } from "react"
import { SelectBox } from "../../../../form/Box.tsx"
import { onScreen, SheetCode, SheetSection } from "../../../../frame/PrintSheet.tsx"
import { useSearchChange } from "../../../../table/use-search-change.ts"
import { usePageTexts } from "../../../../text/page-texts.ts"
import styles from "./RouterSteps.module.css"
import { otherRouter, type RouterStep, routerBrands } from "./router-brands.ts"
import type { Forwardings } from "./router-commands.ts"

export function RouterSteps(forwardings: Forwardings) {
  const texts = usePageTexts("router")
  const { search, change } = useSearchChange()
  const id = useId()
  const brand = routerBrands.find((known) => known.id === search.get("router")) ?? otherRouter
  return (
    <SheetSection title={texts.stepsTitle(brand.name ?? texts.otherBrand)}>
      <div className={`${styles.choice} ${onScreen}`}>
        <label htmlFor={id}>{texts.chooseBrand}</label>
        <SelectBox
          control={{ id, "aria-describedby": undefined, "aria-invalid": undefined }}
          value={brand.id}
          onChange={(value) => change("router", value === otherRouter.id ? "" : value)}
        >
          {routerBrands.map((known) => (
            <option key={known.id} value={known.id}>
              {known.name ?? texts.otherBrand}
            </option>
          ))}
        </SelectBox>
      </div>
      <p>{texts.stepsLead}</p>
      <ol>
        {brand.steps.map((step) => (
          <li key={step.text}>
            {texts.steps[step.text]}
            {step.unchecked ? <em className={styles.unchecked}> ({texts.unchecked})</em> : null}
            <StepCommands step={step} forwardings={forwardings} />
          </li>
        ))}
      </ol>
    </SheetSection>
  )
}

function StepCommands({ step, forwardings }: { step: RouterStep; forwardings: Forwardings }) {
  const texts = usePageTexts("router")
  if (!step.commands) return null
  const name = step.file === undefined ? texts.commands : texts.configLines(step.file)
  return <SheetCode name={name} text={step.commands(forwardings)} />
}
