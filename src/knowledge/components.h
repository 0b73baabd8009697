#ifndef EXDIAG_KNOWLEDGE_COMPONENTS_H_
#define EXDIAG_KNOWLEDGE_COMPONENTS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace exdiag::knowledge {

// A setup component, as an ERROR-REFERENCE id begins with ("BridgeheadComponent___…"). Texts live
// as long as the program.
struct Component {
  std::string_view name;  // "BridgeheadComponent"
  std::string_view
      role;  // what the wizard calls it: "Mailbox role: Transport service"; may be empty
  std::string_view purpose;  // one sentence: what setup does there
};

// The component of an ERROR-REFERENCE id or of its part before "___", compared without case.
std::optional<Component> FindComponent(std::string_view id);

// What setup shows for a task: "Mailbox role: Transport service" for "Install-BridgeheadRole" (also
// for Update-, Uninstall-, Disaster… tasks of that role); empty if not known.
std::string_view RoleOfTask(std::string_view task);

const std::vector<Component>& AllComponents();

}  // namespace exdiag::knowledge

#endif  // EXDIAG_KNOWLEDGE_COMPONENTS_H_
