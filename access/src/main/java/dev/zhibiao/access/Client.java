package dev.zhibiao.access;

import java.util.Set;

/**
 * A caller that is known.
 *
 * @param name for logs and limits
 * @param roles what it may do
 */
record Client(String name, Set<Role> roles) {

    Client {
        roles = Set.copyOf(roles);
    }
}
