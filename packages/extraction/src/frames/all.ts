import type { Frame } from './types.ts'
import { agreement } from './agreement.ts'
import { aid } from './aid.ts'
import { appointment } from './appointment.ts'
import { armedConflict } from './armed_conflict.ts'
import { armsTransfer } from './arms_transfer.ts'
import { arrest } from './arrest.ts'
import { attack } from './attack.ts'
import { coup } from './coup.ts'
import { crackdown } from './crackdown.ts'
import { diplomaticMeeting } from './diplomatic_meeting.ts'
import { diplomaticRelations } from './diplomatic_relations.ts'
import { disaster } from './disaster.ts'
import { dismissal } from './dismissal.ts'
import { election } from './election.ts'
import { electionCall } from './election_call.ts'
import { electionObservation } from './election_observation.ts'
import { inauguration } from './inauguration.ts'
import { internetShutdown } from './internet_shutdown.ts'
import { legalAction } from './legal_action.ts'
import { militaryDeployment } from './military_deployment.ts'
import { policyChange } from './policy_change.ts'
import { protest } from './protest.ts'
import { referendum } from './referendum.ts'
import { request } from './request.ts'
import { resignation } from './resignation.ts'
import { sanctions } from './sanctions.ts'
import { statement } from './statement.ts'
import { territorialControl } from './territorial_control.ts'
import { threat } from './threat.ts'
import { unrest } from './unrest.ts'

/** The frames of the 30 types. Where two types claim one word, the earlier frame has it unless both say otherwise. */
export const FRAMES: readonly Frame[] = [
  electionCall,
  electionObservation,
  referendum,
  election,
  inauguration,
  resignation,
  coup,
  dismissal,
  appointment,
  internetShutdown,
  crackdown,
  unrest,
  protest,
  legalAction,
  arrest,
  disaster,
  territorialControl,
  militaryDeployment,
  armsTransfer,
  sanctions,
  diplomaticRelations,
  agreement,
  diplomaticMeeting,
  aid,
  policyChange,
  attack,
  armedConflict,
  threat,
  request,
  statement,
]
