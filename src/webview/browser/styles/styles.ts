import { actionsStyle } from './actions.css'
import { base } from './base.css'
import { diagnosisStyle } from './diagnosis.css'
import { headerStyle } from './header.css'
import { sendingStyle } from './sending.css'
import { timelineStyle } from './timeline.css'

/** Size of the picture's texts in pixels, which its geometry is calculated from. */
export const smallText = 11

/** Puts our styles into the page. As style sheet objects, which a strict content security policy allows. */
export const adoptStyles = (): void => {
  document.adoptedStyleSheets = [base, headerStyle, timelineStyle, diagnosisStyle, actionsStyle, sendingStyle].flatMap(
    ({ styleSheet }) => styleSheet ?? []
  )
}
