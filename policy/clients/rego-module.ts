/** Decides like `evaluate`, but for limits and approvals. Rego v1. */
export const regoModule = `# Written by mcp-risk. The policy is data.json beside this file.
# Query: data.mcp_risk.decision; input: {"tool", "arguments", "definitionHash"}.
package mcp_risk

import rego.v1

policy := data.mcp_risk_policy

noted := policy["x-mcp-risk"].tools[input.tool]

fallback := policy["x-mcp-risk"]["default"]

# Checks of an allowed tool stand in the part that readers of version 1 know.
checks := object.get(policy.tools, input.tool, noted)

default decision := "deny"

decision := fallback if not noted

decision := noted.decision if noted.decision in {"deny", "hide"}

decision := noted.decision if {
	noted.decision in {"allow", "ask"}
	not refused
	not changed
}

decision := unless_allowed(fallback) if {
	noted.decision in {"allow", "ask"}
	not refused
	changed
}

changed if noted.definitionHash != input.definitionHash

unless_allowed(word) := "ask" if {
	word == "allow"
} else := word

refused if {
	some condition in object.get(checks, "require", [])
	answer(condition) != "yes"
}

refused if {
	some group in object.get(checks, "deny_if", [])
	every condition in group.conditions {
		answer(condition) != "no"
	}
}

# "unknown" where the argument is of a type that the operator cannot judge.
answer(condition) := "unknown" if {
	path := path_of(condition)
	some depth in numbers.range(1, count(path))
	depth < count(path)
	is_present(path, depth)
	not is_object(value_at(path, depth))
} else := yes_if(is_absence(condition)) if {
	path := path_of(condition)
	not is_present(path, count(path))
} else := word if {
	path := path_of(condition)
	word := judged(condition.op, value_at(path, count(path)), condition.value)
} else := "unknown"

path_of(condition) := array.slice(parts, 1, count(parts)) if {
	parts := split(condition.path, ".")
}

value_at(path, depth) := object.get(input.arguments, array.slice(path, 0, depth), null)

is_present(path, depth) if {
	above := value_at(path, depth - 1)
	is_object(above)
	path[depth - 1] in object.keys(above)
}

is_absence(condition) := [condition.op, condition.value] == ["exists", false]

yes_if(value) := "yes" if {
	value == true
} else := "no"

opposite := {"yes": "no", "no": "yes", "unknown": "unknown"}

judged("exists", _, wanted) := yes_if(wanted)

judged("eq", actual, wanted) := compared(actual, wanted)

judged("neq", actual, wanted) := opposite[compared(actual, wanted)]

judged("in", actual, wanted) := any_compared(actual, wanted)

judged("not_in", actual, wanted) := opposite[any_compared(actual, wanted)]

judged("contains", actual, wanted) := holds_part(actual, wanted)

judged("regex", actual, wanted) := yes_if(regex.match(wanted, actual)) if is_string(actual)

judged("lt", actual, wanted) := yes_if(actual < wanted) if are_numbers(actual, wanted)

judged("lte", actual, wanted) := yes_if(actual <= wanted) if are_numbers(actual, wanted)

judged("gt", actual, wanted) := yes_if(actual > wanted) if are_numbers(actual, wanted)

judged("gte", actual, wanted) := yes_if(actual >= wanted) if are_numbers(actual, wanted)

are_numbers(actual, wanted) if {
	is_number(actual)
	is_number(wanted)
}

compared(actual, wanted) := "unknown" if {
	type_name(actual) != type_name(wanted)
} else := "unknown" if {
	type_name(actual) in {"array", "object"}
} else := yes_if(actual == wanted)

any_compared(actual, wanted) := "yes" if {
	some value in wanted
	compared(actual, value) == "yes"
} else := "no" if {
	some value in wanted
	compared(actual, value) == "no"
} else := "unknown"

holds_part(actual, wanted) := yes_if(contains(actual, wanted)) if {
	is_string(actual)
	is_string(wanted)
} else := "unknown" if {
	not is_array(actual)
} else := "yes" if {
	some value in actual
	compared(value, wanted) == "yes"
} else := "unknown" if {
	some value in actual
	compared(value, wanted) == "unknown"
} else := "no"
`;
