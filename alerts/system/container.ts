/** Containers in the tests of alerts. */
import { composeProject } from '../../stack/services.ts';

/** The labels of a Compose service's container. */
export function container(service: string, name = `${composeProject}-${service}-1`) {
  return {
    container_label_com_docker_compose_project: composeProject,
    container_label_com_docker_compose_service: service,
    id: `/docker/${name}`,
    image: service,
    name,
    service,
  };
}
