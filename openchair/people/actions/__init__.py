"""What a person does here: arriving, changing how they like things, keeping apart, coming in safely."""

from openchair.people.actions.addresses import forget_old_addresses, give_address, undo_address
from openchair.people.actions.arriving import arrive
from openchair.people.actions.blocking import block, end_block
from openchair.people.actions.changing import change_person, never_use, say_how, use_again
from openchair.people.actions.keys import (
    add_passkey,
    make_recovery_codes,
    name_passkey,
    take_away_passkey,
    use_own_recovery_code,
    use_recovery_code,
    whose_passkey,
)
from openchair.people.actions.mending import (
    call_off,
    forget_old_mendings,
    mend,
    prove_mended,
    write_to_new_addresses,
)
from openchair.people.actions.sessions import (
    end_all_sessions,
    end_other_sessions,
    end_session,
)

__all__ = [
    "add_passkey",
    "arrive",
    "block",
    "call_off",
    "change_person",
    "end_all_sessions",
    "end_block",
    "end_other_sessions",
    "end_session",
    "forget_old_addresses",
    "forget_old_mendings",
    "give_address",
    "make_recovery_codes",
    "mend",
    "name_passkey",
    "never_use",
    "prove_mended",
    "say_how",
    "take_away_passkey",
    "undo_address",
    "use_again",
    "use_own_recovery_code",
    "use_recovery_code",
    "whose_passkey",
    "write_to_new_addresses",
]
