/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.demo.data;

/**
 * A series of a demo study.
 *
 * @param institution Institution Name
 * @param modality Modality, CT or MR
 * @param description Series Description
 * @param images how many images there are
 */
public record DemoSeries(String institution, String modality, String description, int images) {}
