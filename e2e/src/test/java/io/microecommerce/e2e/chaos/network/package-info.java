/** TCP proxies between the processes of a platform, to cut, freeze and slow their connections one by one. */
package io.microecommerce.e2e.chaos.network;
